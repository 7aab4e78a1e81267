-- Who the draft would have answered differently on one day, the largest debts first within each kind.
-- $1 rehearsal · $2 day · $3 how many of each kind
SELECT c.tenancy_id AS "tenancyId", y.number, c.change, c.contact_before AS "contactBefore", c.contact_after AS "contactAfter",
  c.duty_before AS "dutyBefore", c.duty_after AS "dutyAfter", c.overdue_cents::text AS "overdueCents", c.why,
  p.salutation, p.initials, p.prefix, p.last_name AS "lastName",
  d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city
FROM (
  SELECT *, row_number() OVER (PARTITION BY change ORDER BY overdue_cents DESC, tenancy_id) AS place
  FROM rehearsal_change WHERE rehearsal_id = $1::int AND day = $2::date
) c
JOIN tenancy y ON y.id = c.tenancy_id
JOIN dwelling d ON d.id = y.dwelling_id
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = c.tenancy_id AND tp.role = 'tenant' ORDER BY tp.id LIMIT 1
) p ON true
WHERE c.place <= $3::int
ORDER BY c.change, c.place
