-- Each account with statements: through which day they came in, and its oldest break that was open at $1.
SELECT a.id AS "accountId", a.iban, a.name, max(c.through_day)::text AS last,
  gap.from_day::text AS "gapFrom", gap.to_day::text AS "gapTo", gap.kind AS "gapKind", gap.id AS "gapId"
FROM bank_account a JOIN receipts_complete c ON c.account_id = a.id AND c.recorded_at <= $1::timestamptz
LEFT JOIN LATERAL (
  SELECT * FROM bank_gap g WHERE g.account_id = a.id AND g.recorded_at <= $1::timestamptz AND (g.closed_at IS NULL OR g.closed_at > $1::timestamptz)
  ORDER BY g.from_day LIMIT 1) gap ON true
GROUP BY a.id, gap.id, gap.from_day, gap.to_day, gap.kind
ORDER BY a.id
