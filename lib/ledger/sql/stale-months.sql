-- Which month ends ask to be computed: the last that has figures, and the first entry day recorded since they were last
-- brought up to date ($1; null: never, then of all entries).
SELECT max(month)::text AS "lastFigure",
  (SELECT min(booked_on)::text FROM ledger_entry WHERE $1::timestamptz IS NULL OR recorded_at >= $1::timestamptz) AS touched
FROM month_figure
