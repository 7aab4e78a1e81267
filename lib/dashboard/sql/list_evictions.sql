-- Evictions carried out in $1..$2, newest first.
SELECT e.id, t.id AS tenancy_id, t.number, e.carried_out_on::text AS day, e.reason, e.household,
  p.salutation, p.initials, p.prefix, p.last_name,
  d.street, d.house_number, d.house_letter, d.addition, b.name AS building
FROM eviction e
JOIN tenancy t ON t.id = e.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN LATERAL (
  SELECT person.* FROM tenancy_person tp JOIN person ON person.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')
  ORDER BY tp.role = 'tenant' DESC, person.id LIMIT 1
) p ON true
WHERE e.undone_at IS NULL AND e.carried_out_on BETWEEN $1::date AND $2::date
ORDER BY e.carried_out_on DESC, e.id DESC
