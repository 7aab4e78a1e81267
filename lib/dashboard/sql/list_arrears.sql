-- The tenancies behind a figure of month $1: sitting or departed ($2), a band of months in arrears ($3..$4, null: open end), one building ($5, null: all).
SELECT t.id, t.number,
  p.salutation, p.initials, p.prefix, p.last_name,
  d.street, d.house_number, d.house_letter, d.addition, b.name AS building,
  mp.overdue_cents::text AS overdue, mp.months_behind AS months, mp.months_in_arrears AS hundredths
FROM month_position mp
JOIN tenancy t ON t.id = mp.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN LATERAL (
  SELECT person.* FROM tenancy_person tp JOIN person ON person.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')
  ORDER BY tp.role = 'tenant' DESC, person.deceased_on NULLS FIRST, person.id LIMIT 1
) p ON true
WHERE mp.month = $1 AND mp.sitting = $2 AND mp.overdue_cents > 0
  AND mp.months_in_arrears >= $3 AND ($4::int IS NULL OR mp.months_in_arrears < $4)
  AND ($5::int IS NULL OR b.id = $5)
ORDER BY mp.overdue_cents DESC, t.number
