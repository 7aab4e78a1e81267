-- Sitting tenancies with something overdue at the end of month $1, by band of months in arrears (lower edges in hundredths: $2).
SELECT
  width_bucket(months_in_arrears, $2::int[]) - 1 AS band,
  count(*)::int AS tenancies,
  sum(overdue_cents)::text AS overdue
FROM month_position
WHERE month = $1 AND sitting AND overdue_cents > 0
GROUP BY 1
ORDER BY 1
