-- Keeps who the draft would have answered differently on a tried day.
-- $1 json array of changes · $2 rehearsal · $3 day
INSERT INTO rehearsal_change (rehearsal_id, day, tenancy_id, change, contact_before, contact_after, duty_before, duty_after, overdue_cents, why)
SELECT $2::int, $3::date, c.tenancy_id, c.change, c.contact_before, c.contact_after, c.duty_before, c.duty_after, c.overdue, c.why
FROM jsonb_to_recordset($1::jsonb)
  AS c(tenancy_id int, change text, contact_before text, contact_after text, duty_before text, duty_after text, overdue bigint, why jsonb)
