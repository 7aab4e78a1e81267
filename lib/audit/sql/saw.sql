-- Writes down that somebody saw something; a page that is shown again within half an hour is the same looking.
-- $1 moment, $2 colleague, $3 what, $4 tenancy, $5 what else, $6 why
INSERT INTO access_event (at, staff_id, what, tenancy_id, subject, reason)
SELECT $1::timestamptz, $2::int, $3::text, $4::int, $5::text, $6::text
WHERE $6::text IS NOT NULL OR NOT EXISTS (
  SELECT FROM access_event e WHERE e.staff_id = $2::int AND e.what = $3::text AND e.at > $1::timestamptz - interval '30 minutes'
    AND e.tenancy_id IS NOT DISTINCT FROM $4::int AND e.subject IS NOT DISTINCT FROM $5::text
)
