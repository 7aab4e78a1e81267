-- The tenancies behind a figure: sitting or departed ($2), a band of months in arrears ($3..$4, null: open end), homes in one
-- building ($5, null: all), or only those without a home ($6). Tenancies of the same people stand together, most overdue first.
SELECT t.id, t.number, c.tenant,
  p.salutation, p.initials, p.prefix, p.last_name,
  d.street, d.house_number, d.house_letter, d.addition, b.name AS building,
  c.overdue_cents::text AS overdue, c.months_behind AS months, c.months_in_arrears AS hundredths
FROM counted c
JOIN tenancy t ON t.id = c.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN LATERAL (
  SELECT person.* FROM tenancy_person tp JOIN person ON person.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')
  ORDER BY tp.role = 'tenant' DESC, person.id LIMIT 1
) p ON true
WHERE c.sitting = $2
  AND ($3::int IS NULL OR (c.tenant IS NOT NULL AND c.band_months >= $3 AND ($4::int IS NULL OR c.band_months < $4)))
  AND ($5::int IS NULL OR (b.id = $5 AND c.home))
  AND (NOT $6::boolean OR c.tenant IS NULL)
ORDER BY sum(c.overdue_cents) OVER (PARTITION BY coalesce(c.tenant, 't' || t.id)) DESC, c.tenant, c.overdue_cents DESC, t.number
