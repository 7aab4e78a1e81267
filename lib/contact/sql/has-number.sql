-- Who has this number now, in which tenancy: the one with an open case first, then their home. $1 number, $2 today
SELECT tp.tenancy_id AS "tenancyId", k.person_id AS "personId"
FROM contact_point k
JOIN tenancy_person tp ON tp.person_id = k.person_id AND tp.role <> 'representative' AND (tp.until_day IS NULL OR tp.until_day >= $2::date)
JOIN tenancy t ON t.id = tp.tenancy_id AND (t.ends_on IS NULL OR t.ends_on >= $2::date)
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
WHERE k.value = $1 AND k.kind <> 'email' AND k.ended_at IS NULL AND k.quality <> 'dead'
ORDER BY c.id IS NULL, d.kind = 'parking', t.id
