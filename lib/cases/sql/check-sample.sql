-- Tenancies that a run did not ask, to look whether it was right: a different draw each run, of those with an answer and of all.
-- $1 run · $2 known at · $3 how many of each
WITH asked AS MATERIALIZED (
  SELECT unnest(tenancy_ids) AS id FROM run_batch WHERE run_id = $1::int
), unsettled AS (
  SELECT c.tenancy_id AS id FROM arrears_case c
  WHERE c.closed_on IS NULL AND NOT EXISTS (SELECT FROM asked WHERE asked.id = c.tenancy_id)
  ORDER BY md5($1::text || ' ' || c.tenancy_id::text) LIMIT $3::int
), other AS (
  SELECT t.id FROM tenancy t
  WHERE t.recorded_at <= $2::timestamptz AND NOT EXISTS (SELECT FROM asked WHERE asked.id = t.id)
  ORDER BY md5($1::text || ' ' || t.id::text) LIMIT $3::int
)
SELECT id FROM unsettled UNION SELECT id FROM other ORDER BY id
