-- Tenancies behind per building at the end of month $1, beside the same month a year before ($2); most behind first.
SELECT b.id, b.name,
  count(*) FILTER (WHERE mp.month = $1)::int AS behind,
  count(*) FILTER (WHERE mp.month = $2)::int AS before,
  coalesce(sum(mp.overdue_cents) FILTER (WHERE mp.month = $1), 0)::text AS overdue,
  (SELECT count(*)::int FROM dwelling d2 JOIN tenancy t2 ON t2.dwelling_id = d2.id
    WHERE d2.building_id = b.id AND (t2.ends_on IS NULL OR t2.ends_on >= (($1 || '-01')::date + interval '1 month' - interval '1 day'))) AS tenancies
FROM month_position mp
JOIN tenancy t ON t.id = mp.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
JOIN building b ON b.id = d.building_id
WHERE mp.month IN ($1, $2) AND mp.sitting AND mp.overdue_cents > 0
GROUP BY b.id, b.name
ORDER BY behind DESC, b.name
LIMIT $3
