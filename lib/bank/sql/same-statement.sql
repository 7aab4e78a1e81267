-- Staged are all lines of statement $1, from $2 to $3 cents, up to day $4. A whole statement in another format of that account, up to
-- that day and between the same balances, tells the same bookings. On each day on which both tell the same amounts, as many of each,
-- every line is therefore the same, whatever else the two say of it: told before. Where they differ (a batch that one takes apart)
-- nothing is concluded.
WITH other AS (
  SELECT t.id FROM bank_statement t JOIN bank_statement me ON me.id = $1::int JOIN import_file f ON f.id = t.file_id
  CROSS JOIN importing i JOIN import_file mine ON mine.id = i.file_id
  WHERE t.account_id = me.account_id AND t.id <> me.id AND t.whole AND t.kind = 'statement' AND f.format <> mine.format
    AND t.to_day = $4::date AND t.opening_cents = $2::bigint AND t.closing_cents = $3::bigint
  ORDER BY t.id LIMIT 1
), days AS (
  SELECT booked_on, array_agg(amount ORDER BY amount) AS amounts FROM staged_line GROUP BY booked_on
), told AS (
  SELECT l.booked_on, array_agg(l.amount_cents ORDER BY l.amount_cents) AS amounts
  FROM bank_line l JOIN other o ON o.id = l.statement_id GROUP BY l.booked_on
)
UPDATE staged_line s SET disposition = 'ignored', because = 'duplicate', tenancy_id = NULL, suggested = NULL, suggestions = NULL, suspects = '{}'
FROM days d JOIN told t ON t.booked_on = d.booked_on AND t.amounts = d.amounts
WHERE s.booked_on = d.booked_on AND NOT s.known AND s.disposition IN ('posted', 'suspense')
