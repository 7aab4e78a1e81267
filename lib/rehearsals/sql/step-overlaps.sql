-- Which other steps would have fitted when a step decided, over the last 30 days, the most frequent first.
-- $1 today
SELECT a.contact_step AS step, o.step AS also, count(*)::int AS count
FROM assessment a CROSS JOIN LATERAL jsonb_array_elements_text(a.answer -> 'also') AS o(step)
WHERE a.day > $1::date - 30 AND a.day <= $1::date
GROUP BY 1, 2
ORDER BY count(*) DESC, 1, 2
LIMIT 15
