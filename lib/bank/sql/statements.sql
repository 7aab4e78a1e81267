-- Statements, newest first: the one with id $1, or when that is null the latest $2 of each account.
SELECT s.id, s.account_id AS "accountId", s.ident, s.from_day::text AS "fromDay", s.to_day::text AS "toDay",
  s.opening_cents::text AS "openingCents", s.closing_cents::text AS "closingCents", s.whole, counted.lines, counted.suspense
FROM (
  SELECT *, row_number() OVER (PARTITION BY account_id ORDER BY to_day DESC, id DESC) AS nth
  FROM bank_statement WHERE $1::int IS NULL OR id = $1::int) s
CROSS JOIN LATERAL (
  SELECT count(*)::int AS lines, count(*) FILTER (WHERE disposition = 'suspense')::int AS suspense FROM bank_line WHERE statement_id = s.id) counted
WHERE s.nth <= $2::int
ORDER BY s.account_id, s.to_day DESC, s.id DESC
