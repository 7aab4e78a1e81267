-- Whom and where, for the rows of a past list. $1 tenancy ids · $2 day
SELECT t.id AS "tenancyId", t.number, who.salutation, who.initials, who.prefix, who.last_name AS "lastName",
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city
FROM tenancy t
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $2::date)
  ORDER BY tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
WHERE t.id = ANY ($1::int[])
