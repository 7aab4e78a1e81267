-- Tenants behind per building, by their home, at the end of month $2, beside the month a year before ($3).
SELECT b.id, b.name,
  (count(DISTINCT tenant) FILTER (WHERE c.month = $2))::int AS behind,
  (count(DISTINCT tenant) FILTER (WHERE c.month = $3))::int AS before,
  (SELECT count(*)::int FROM dwelling d2 JOIN tenancy t2 ON t2.dwelling_id = d2.id
    WHERE d2.building_id = b.id AND d2.kind IN ('home', 'care') AND t2.starts_on <= m.ends
      AND (t2.ends_on IS NULL OR t2.ends_on >= m.ends)) AS homes
FROM counted c
JOIN building b ON b.id = c.building_id
CROSS JOIN (SELECT (($2 || '-01')::date + interval '1 month' - interval '1 day')::date AS ends) m
WHERE c.sitting AND c.home
GROUP BY b.id, b.name, m.ends
ORDER BY behind DESC, b.name
LIMIT $4
