-- Tenancies that bank line $1 may be for, with what speaks for each; then those found with the words $2.
WITH line AS (
  SELECT *, ' ' || regexp_replace(plain_text(counterparty), '[^[:alnum:]-]+', ' ', 'g') || ' ' AS words FROM bank_line WHERE id = $1::int),
found AS (
  SELECT (s.one ->> 'tenancyId')::int AS tenancy_id, s.ord AS rank, s.one -> 'facts' AS facts, (s.one ->> 'cents')::text AS cents, false AS searched
  FROM line CROSS JOIN LATERAL jsonb_array_elements(coalesce(line.suggestions, '[]')) WITH ORDINALITY s (one, ord)
  UNION ALL SELECT suggested_tenancy, 10, '[]', NULL, false FROM line WHERE suggested_tenancy IS NOT NULL
  UNION ALL SELECT b.tenancy_id, 20, '["iban-shared"]', NULL, false FROM line JOIN tenancy_iban b ON b.iban = line.iban AND b.forgotten_at IS NULL
  UNION ALL SELECT tp.tenancy_id, 30, '["name"]', NULL, false FROM line JOIN person p ON length(p.last_name) >= 3
    AND position(' ' || plain_text(p.last_name) || ' ' IN line.words) > 0
    JOIN tenancy_person tp ON tp.person_id = p.id AND tp.role IN ('tenant', 'co-tenant')
  UNION ALL SELECT t.id, 0, '[]', NULL, true FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id
    WHERE cardinality($2::text[]) > 0 AND plain_text(concat_ws(' ', t.number, t.payment_reference, d.street, concat(d.house_number, d.house_letter), d.addition, d.postcode,
      d.city, (SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' ') FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
        WHERE tp.tenancy_id = t.id))) LIKE ALL ($2::text[])
),
best AS (
  SELECT DISTINCT ON (tenancy_id) tenancy_id, rank, facts, cents, bool_or(searched) OVER (PARTITION BY tenancy_id) AS searched
  FROM found ORDER BY tenancy_id, rank = 0, rank)
SELECT t.id AS "tenancyId", t.number, t.ends_on::text AS "endsOn", best.facts::text AS facts, best.cents, best.searched,
  (SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' en ' ORDER BY tp.id) FROM tenancy_person tp
    JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')) AS names,
  concat_ws(' ', d.street, concat(d.house_number, d.house_letter), d.addition) || ', ' || d.city AS address,
  (SELECT (r.net_cents + r.service_cents + r.heating_cents)::text FROM tenancy_rent r WHERE r.tenancy_id = t.id ORDER BY r.from_day DESC LIMIT 1) AS "rentCents"
FROM best JOIN tenancy t ON t.id = best.tenancy_id JOIN dwelling d ON d.id = t.dwelling_id
ORDER BY best.searched DESC, best.rank, (t.ends_on IS NULL) DESC, t.id LIMIT 8
