-- The answers that stood when a day's list was made: the last one of each tenancy by then. $1 day · $2 moment
SELECT DISTINCT ON (a.tenancy_id) a.tenancy_id AS "tenancyId", a.answer::text AS answer
FROM assessment a
WHERE a.day <= $1::date AND a.known_at <= $2::timestamptz
ORDER BY a.tenancy_id, a.id DESC
