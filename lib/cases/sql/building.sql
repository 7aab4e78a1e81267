-- Homes let in one building ($1) on a day ($2), and how many of them have an open case.
SELECT count(*)::int AS homes, count(c.id)::int AS behind
FROM tenancy t
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
WHERE d.building_id = $1 AND d.kind IN ('home', 'care') AND (t.ends_on IS NULL OR t.ends_on >= $2::date)
