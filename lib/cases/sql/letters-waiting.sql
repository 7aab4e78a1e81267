-- Letters that the rules or a colleague asked for and nobody posted, oldest first, with whom they are for and when they were made last.
SELECT l.id AS "letterId", l.kind AS "letterKind", l.tenancy_id AS "tenancyId", l.asked_on::text AS "askedOn", t.number,
  who.salutation, who.initials, who.prefix, who.last_name AS "lastName",
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city,
  p.id AS "printId", p.made_at AS "madeAt"
FROM letter l
JOIN tenancy t ON t.id = l.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN LATERAL (
  SELECT s.salutation, s.initials, s.prefix, s.last_name FROM tenancy_person tp JOIN person s ON s.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND tp.until_day IS NULL
  ORDER BY s.deceased_on IS NOT NULL, tp.role = 'co-tenant', s.id LIMIT 1
) who ON true
LEFT JOIN LATERAL (SELECT id, made_at FROM letter_print WHERE letter_id = l.id ORDER BY id DESC LIMIT 1) p ON true
WHERE l.sent_on IS NULL AND l.withdrawn_on IS NULL
ORDER BY l.asked_on, d.city, d.street, d.house_number, l.id
LIMIT $1
