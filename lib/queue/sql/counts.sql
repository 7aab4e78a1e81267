-- How many cases lie in each tab and wait for each step, within the chosen building.
SELECT tab, doing, count(*)::int AS count, count(*) FILTER (WHERE for_manager)::int AS "forManager"
FROM open_work
WHERE lead_id IS NULL AND ($2::text IS NULL OR building_code = $2)
GROUP BY tab, doing
ORDER BY tab, doing
