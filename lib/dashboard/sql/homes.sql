-- Homes that are let on day $1, care included; no garages and shops.
SELECT count(DISTINCT d.id)::int AS homes
FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id
WHERE d.kind IN ('home', 'care') AND t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
