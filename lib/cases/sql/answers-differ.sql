-- How many of these answers differ from the last one of their tenancy; the same comparison as save-assessments.
-- $1 json array: tenancy_id, answer, overdue, months_behind, months_in_arrears
SELECT count(*)::int AS differ
FROM jsonb_to_recordset($1::jsonb) AS n(tenancy_id int, answer jsonb, overdue bigint, months_behind int, months_in_arrears int)
LEFT JOIN assessment last ON last.id = (SELECT max(a.id + 0) FROM assessment a WHERE a.tenancy_id = n.tenancy_id)
WHERE (last.answer, last.overdue_cents, last.months_behind, last.months_in_arrears)
  IS DISTINCT FROM (n.answer, n.overdue, n.months_behind, n.months_in_arrears)
