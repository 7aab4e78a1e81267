-- Keeps the answers that differ from the last one of their tenancy. Answers the tenancies that got a new one.
-- Those that are `new` are known to differ, by their fingerprints; the others are compared.
-- $1 json array: tenancy_id, case_id, answer, overdue, months_behind, months_in_arrears, fingerprint, new · $2 day · $3 known at · $4 run
INSERT INTO assessment (tenancy_id, case_id, run_id, day, known_at, flagged, contact_step, duty_step, answer,
  overdue_cents, months_behind, months_in_arrears, reassess_on, fingerprint, recorded_at)
SELECT n.tenancy_id, n.case_id, $4::int, $2::date, $3::timestamptz, (n.answer ->> 'flagged')::boolean,
  n.answer -> 'contact' ->> 'step', n.answer -> 'duty' ->> 'step', n.answer,
  n.overdue, n.months_behind, n.months_in_arrears, (n.answer ->> 'reassessOn')::date, n.fingerprint, $3::timestamptz
FROM jsonb_to_recordset($1::jsonb)
  AS n(tenancy_id int, case_id int, answer jsonb, overdue bigint, months_behind int, months_in_arrears int, fingerprint text, new boolean)
LEFT JOIN assessment last ON last.id = CASE WHEN NOT n.new THEN (SELECT max(a.id + 0) FROM assessment a WHERE a.tenancy_id = n.tenancy_id) END
WHERE n.new OR (last.answer, last.overdue_cents, last.months_behind, last.months_in_arrears)
  IS DISTINCT FROM (n.answer, n.overdue, n.months_behind, n.months_in_arrears)
ORDER BY n.tenancy_id
RETURNING tenancy_id AS "tenancyId"
