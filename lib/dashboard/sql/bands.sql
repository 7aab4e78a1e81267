-- Sitting tenants behind, by band of months in arrears (lower edges in hundredths: $2);
-- band -1: renters of a garage or shop only.
SELECT
  CASE WHEN tenant IS NULL THEN -1 ELSE width_bucket(band_months, $2::int[]) - 1 END AS band,
  (CASE WHEN tenant IS NULL THEN count(*) ELSE count(DISTINCT tenant) END)::int AS tenants,
  sum(overdue_cents)::text AS overdue
FROM counted
WHERE sitting
GROUP BY 1, tenant IS NULL
ORDER BY 1
