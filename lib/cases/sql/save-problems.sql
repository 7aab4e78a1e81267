-- Opens and closes data problems that the facts themselves show.
-- $1 json array: tenancy_id, kind, found (else gone) · $2 day · $3 moment
WITH problem AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(tenancy_id int, kind text, found boolean)
), gone AS (
  UPDATE data_problem d SET ended_on = $2::date, ended_at = $3::timestamptz
  FROM problem p WHERE NOT p.found AND d.tenancy_id = p.tenancy_id AND d.kind = p.kind AND d.ended_on IS NULL
)
INSERT INTO data_problem (tenancy_id, kind, since, recorded_at)
SELECT p.tenancy_id, p.kind, $2::date, $3::timestamptz FROM problem p
WHERE p.found AND NOT EXISTS (
  SELECT FROM data_problem d WHERE d.tenancy_id = p.tenancy_id AND d.kind = p.kind AND d.ended_on IS NULL
)
