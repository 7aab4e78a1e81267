-- Whether account $1 is known for, paid or may have paid for others than tenancy $2 and its people; without $2, for more than one household.
WITH points AS (
  SELECT tenancy_id AS id FROM tenancy_iban WHERE iban = $1::text AND forgotten_at IS NULL
  UNION SELECT l.tenancy_id FROM bank_line l WHERE l.iban = $1::text AND l.amount_cents > 0 AND l.disposition = 'posted'
  UNION SELECT b.tenancy_id FROM bank_line l JOIN bank_part b ON b.line_id = l.id AND b.undone_at IS NULL WHERE l.iban = $1::text
  UNION SELECT (s.one ->> 'tenancyId')::int FROM bank_line l CROSS JOIN LATERAL jsonb_array_elements(coalesce(l.suggestions, '[]')) s (one)
    WHERE l.iban = $1::text AND l.amount_cents > 0 AND l.disposition = 'suspense'
      AND s.one -> 'facts' ?| ARRAY['reference', 'reference-check', 'number', 'address', 'name']
), household AS (
  SELECT p.id, (SELECT string_agg(DISTINCT lower(who.last_name), ' ' ORDER BY lower(who.last_name)) FROM tenancy_person tp
    JOIN person who ON who.id = tp.person_id WHERE tp.tenancy_id = p.id AND tp.role IN ('tenant', 'co-tenant')) AS names
  FROM points p WHERE p.id IS NOT NULL
), mine AS (
  SELECT string_agg(DISTINCT lower(who.last_name), ' ' ORDER BY lower(who.last_name)) AS names FROM tenancy_person tp
  JOIN person who ON who.id = tp.person_id WHERE tp.tenancy_id = $2::int AND tp.role IN ('tenant', 'co-tenant')
)
SELECT CASE WHEN $2::int IS NULL THEN (SELECT count(DISTINCT coalesce(names, id::text)) > 1 FROM household)
  ELSE EXISTS (SELECT FROM household h CROSS JOIN mine m WHERE h.id <> $2::int AND (h.names IS NULL OR m.names IS NULL OR h.names <> m.names)) END AS others
