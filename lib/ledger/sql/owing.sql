-- Which accounts owe something overdue (semantics: allocation), as of a day and known at a moment, without laying anything out.
-- $1 day · $2 known at · $3 tenancy ids, or null for all
-- Rows: tenancyId, surely. When the charges due before the day are more than all receipts, something is overdue, whatever
-- lies where. Only where a payer named a charge, or a charge falls due today and may take a receipt from an older one of
-- another category, the sums do not say it: `surely` is false there and the account has to be laid out.
WITH named AS MATERIALIZED (
  SELECT DISTINCT d.tenancy_id FROM designation d
  WHERE d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
    AND ($3::int[] IS NULL OR d.tenancy_id = ANY ($3::int[]))
), totals AS (
  SELECT e.tenancy_id,
    sum(CASE WHEN e.due_on >= $1::date THEN 0 WHEN e.kind IN ('charge', 'reversal') THEN e.amount_cents ELSE -e.amount_cents END) AS before_today,
    sum(CASE WHEN e.due_on = $1::date THEN e.amount_cents ELSE 0 END) AS today,
    bool_or(e.due_on < $1::date) AS any_before
  FROM ledger_entry e
  WHERE e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz AND ($3::int[] IS NULL OR e.tenancy_id = ANY ($3::int[]))
  GROUP BY e.tenancy_id
)
SELECT t.tenancy_id AS "tenancyId", n.tenancy_id IS NULL AND t.before_today > 0 AS surely
FROM totals t LEFT JOIN named n ON n.tenancy_id = t.tenancy_id
WHERE t.any_before AND (n.tenancy_id IS NOT NULL OR t.before_today > 0 OR (t.today > 0 AND t.before_today + t.today > 0))
ORDER BY t.tenancy_id
