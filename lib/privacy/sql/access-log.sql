-- Who saw what, newest first. $1 from, $2 until, $3 a contract number or null, $4 a colleague or null, $5 at most so many
SELECT e.id::text AS id, e.at, e.what, e.subject, e.reason, t.number, e.tenancy_id AS "tenancyId", s.name, s.role
FROM access_event e JOIN staff s ON s.id = e.staff_id LEFT JOIN tenancy t ON t.id = e.tenancy_id
WHERE e.at >= $1::timestamptz AND e.at < $2::timestamptz AND ($3::text IS NULL OR t.number = $3::text) AND ($4::int IS NULL OR e.staff_id = $4::int)
ORDER BY e.at DESC, e.id DESC LIMIT $5
