-- Keeps the positions of a month's last day for those who owed something overdue, and the month's totals.
-- $1 last day of the month · $2 known at · $3 null · $4 month; `position` is ledger/positions, put before this text.
, kept AS (
  INSERT INTO month_position (month, tenancy_id, sitting, open_cents, overdue_cents, credit_cents, months_behind, months_in_arrears)
  SELECT $4, p."tenancyId", t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date),
    p.open::bigint, p.overdue::bigint, p.credit::bigint, p."monthsBehind", p."monthsInArrears"
  FROM position p JOIN tenancy t ON t.id = p."tenancyId"
  WHERE p.overdue::bigint > 0
  RETURNING sitting, overdue_cents
)
SELECT coalesce(sum(overdue_cents) FILTER (WHERE sitting), 0)::text AS arrears,
  coalesce(sum(overdue_cents) FILTER (WHERE NOT sitting), 0)::text AS departed,
  (SELECT count(*)::int FROM tenancy t
    WHERE t.recorded_at <= $2::timestamptz AND t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)) AS tenancies
FROM kept
