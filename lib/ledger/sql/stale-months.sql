-- The first and last entry day, and the first one recorded since the figures were last brought up to date ($1, null: never).
SELECT min(booked_on)::text AS "first",
  (SELECT min(booked_on)::text FROM ledger_entry WHERE $1::timestamptz IS NULL OR recorded_at >= $1::timestamptz) AS touched,
  (SELECT max(month) FROM month_figure) AS "lastFigure"
FROM ledger_entry
