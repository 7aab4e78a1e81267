-- Tenancies that bank line $1 may be for, with the strongest thing that speaks for each.
WITH line AS (
  SELECT *, ' ' || regexp_replace(lower(counterparty), '[^[:alnum:]-]+', ' ', 'g') || ' ' AS words FROM bank_line WHERE id = $1::int),
found AS (
  SELECT suggested_tenancy AS tenancy_id, 1 AS rank, 'suggested' AS why FROM line WHERE suggested_tenancy IS NOT NULL
  UNION ALL SELECT b.tenancy_id, 2, 'iban' FROM line JOIN tenancy_iban b ON b.iban = line.iban AND b.forgotten_at IS NULL
  UNION ALL SELECT tp.tenancy_id, 3, 'name' FROM line JOIN person p ON length(p.last_name) >= 3
    AND position(' ' || lower(p.last_name) || ' ' IN line.words) > 0
    JOIN tenancy_person tp ON tp.person_id = p.id AND tp.role IN ('tenant', 'co-tenant')
),
best AS (SELECT tenancy_id, min(rank) AS rank, (array_agg(why ORDER BY rank))[1] AS why FROM found GROUP BY tenancy_id)
SELECT t.id AS "tenancyId", t.number, best.why,
  (SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' en ' ORDER BY tp.id) FROM tenancy_person tp
    JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')) AS names,
  concat_ws(' ', d.street, concat(d.house_number, d.house_letter), d.addition) || ', ' || d.city AS address,
  (SELECT (r.net_cents + r.service_cents + r.heating_cents)::text FROM tenancy_rent r WHERE r.tenancy_id = t.id ORDER BY r.from_day DESC LIMIT 1) AS "rentCents"
FROM best JOIN tenancy t ON t.id = best.tenancy_id JOIN dwelling d ON d.id = t.dwelling_id
ORDER BY best.rank, (t.ends_on IS NULL) DESC, t.id LIMIT 6
