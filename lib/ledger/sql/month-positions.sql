-- Keeps positions of a month's last day for those who owed something overdue, and sums them up.
-- $1 last day of the month · $2 month · $3 json array: tenancy_id, open, overdue, credit, months_behind, months_in_arrears
WITH kept AS (
  INSERT INTO month_position (month, tenancy_id, sitting, open_cents, overdue_cents, credit_cents, months_behind, months_in_arrears)
  SELECT $2, p.tenancy_id, t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date),
    p.open, p.overdue, p.credit, p.months_behind, p.months_in_arrears
  FROM jsonb_to_recordset($3::jsonb) AS p(tenancy_id int, open bigint, overdue bigint, credit bigint, months_behind int, months_in_arrears int)
  JOIN tenancy t ON t.id = p.tenancy_id
  RETURNING sitting, overdue_cents
)
SELECT coalesce(sum(overdue_cents) FILTER (WHERE sitting), 0)::text AS arrears,
  coalesce(sum(overdue_cents) FILTER (WHERE NOT sitting), 0)::text AS departed
FROM kept
