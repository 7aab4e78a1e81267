-- Arrears of sitting tenancies per month end, for the 24 months up to $1; a figure entered by hand stands in where the ledger has none.
SELECT
  to_char(m, 'YYYY-MM') AS month,
  coalesce(f.arrears_cents, p.value)::text AS arrears,
  f.departed_cents::text AS departed,
  f.collectable_cents::text AS collectable,
  f.tenancies AS tenancies,
  f.reported_cents::text AS reported,
  (f.month IS NULL AND p.value IS NOT NULL) AS by_hand
FROM generate_series(($1 || '-01')::date - interval '23 months', ($1 || '-01')::date, interval '1 month') AS m
LEFT JOIN month_figure f ON f.month = to_char(m, 'YYYY-MM')
LEFT JOIN past_figure p ON p.kind = 'arrears' AND p.period = to_char(m, 'YYYY-MM')
ORDER BY m
