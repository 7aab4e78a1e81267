-- Opens, reopens and closes cases. Answers the case of every tenancy that got one: tenancyId, id.
-- $1 json array: tenancy_id, change (open, reopen, close), case_id, closed_on, reason · $2 day · $3 moment
WITH change AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS c(tenancy_id int, change text, case_id int, closed_on date, reason text)
), opened AS (
  INSERT INTO arrears_case (tenancy_id, opened_on, recorded_at)
  SELECT tenancy_id, $2::date, $3::timestamptz FROM change WHERE change = 'open'
  RETURNING tenancy_id, id
), reopened AS (
  UPDATE arrears_case a SET closed_on = NULL, closed_reason = NULL, closed_at = NULL, reopened_at = $3::timestamptz
  FROM change c WHERE c.change = 'reopen' AND a.id = c.case_id
), again AS (
  INSERT INTO case_reopening (case_id, closed_on, closed_at, reopened_on, recorded_at)
  SELECT c.case_id, c.closed_on, a.closed_at, $2::date, $3::timestamptz
  FROM change c JOIN arrears_case a ON a.id = c.case_id WHERE c.change = 'reopen'
), closed AS (
  UPDATE arrears_case a SET closed_on = $2::date, closed_reason = c.reason, closed_at = $3::timestamptz
  FROM change c WHERE c.change = 'close' AND a.id = c.case_id
)
SELECT tenancy_id AS "tenancyId", id FROM opened
