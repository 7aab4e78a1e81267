-- Who has which case open: $1 who asks, $2 minutes after which a claim is nobody's.
SELECT c.tenancy_id AS "tenancyId", s.first_name AS "firstName", c.calling, c.staff_id = $1::int AS mine
FROM case_claim c JOIN staff s ON s.id = c.staff_id
WHERE c.seen_at >= clock_timestamp() - make_interval(mins => $2::int)
ORDER BY c.tenancy_id
