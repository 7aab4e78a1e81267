-- The judged tenancies (dashboard/judged stands before this), newest judgment first, and what came of each.
SELECT t.id AS tenancy_id, t.number, j.day::text AS day, j.became,
  p.salutation, p.initials, p.prefix, p.last_name,
  d.street, d.house_number, d.house_letter, d.addition, b.name AS building
FROM became j
JOIN tenancy t ON t.id = j.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN LATERAL (
  SELECT person.* FROM tenancy_person tp JOIN person ON person.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')
  ORDER BY tp.role = 'tenant' DESC, person.id LIMIT 1
) p ON true
ORDER BY j.day DESC, t.number
