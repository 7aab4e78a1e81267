-- Receipts that the bank told before in another way (statements $1): same day, amount, payer and words. As many as were told there, less those
-- that were recognised already in statements told in this way ($2): so two equal payments stay two, in whatever files they come.
WITH fresh AS (
  SELECT s.line_no, s.booked_on, s.amount, s.iban, w.words,
    row_number() OVER (PARTITION BY s.booked_on, s.amount, s.iban, w.words ORDER BY s.line_no) AS nth
  FROM staged_line s
  CROSS JOIN LATERAL (SELECT upper(regexp_replace(coalesce(s.reference, s.remittance, ''), '[^[:alnum:]]', '', 'g')) AS words) w
  WHERE NOT s.known AND s.iban IS NOT NULL AND s.disposition IN ('posted', 'suspense')
), earlier AS (
  SELECT l.booked_on, l.amount_cents AS amount, l.iban,
    upper(regexp_replace(coalesce(l.reference, l.remittance, ''), '[^[:alnum:]]', '', 'g')) AS words,
    count(*) FILTER (WHERE l.statement_id = ANY ($1::int[])) AS told,
    count(*) FILTER (WHERE l.statement_id = ANY ($2::int[])) AS taken
  FROM bank_line l
  WHERE l.iban IS NOT NULL AND l.booked_on BETWEEN (SELECT min(booked_on) FROM fresh) AND (SELECT max(booked_on) FROM fresh)
    AND (l.statement_id = ANY ($1::int[]) AND l.because IS DISTINCT FROM 'duplicate'
      OR l.statement_id = ANY ($2::int[]) AND l.because = 'duplicate')
  GROUP BY 1, 2, 3, 4
)
UPDATE staged_line s SET disposition = 'ignored', because = 'duplicate', suggested = NULL, suggestions = NULL, suspects = '{}'
FROM fresh f JOIN earlier e USING (booked_on, amount, iban, words)
WHERE s.line_no = f.line_no AND f.nth + e.taken <= e.told
