-- Which accounts owe something overdue (semantics: allocation), as of a day and known at a moment, without laying anything out.
-- $1 day · $2 known at · $3 tenancy ids, or null for all · $4 and $5 of those the ids from and through, or null
-- Rows: tenancyId, surely. When the charges due before the day are more than all receipts, something is overdue, whatever
-- lies where. Only where a payer named a charge, or a charge falls due today and may take a receipt from an older one of
-- another category, the sums do not say it: `surely` is false there and the account has to be laid out.
-- One sum per account in the order of the covering index; the rest is asked only about those it leaves.
WITH named AS MATERIALIZED (
  SELECT DISTINCT d.tenancy_id FROM designation d
  WHERE d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
    AND ($3::int[] IS NULL OR d.tenancy_id = ANY ($3::int[])) AND ($4::int IS NULL OR d.tenancy_id BETWEEN $4::int AND $5::int)
), short AS MATERIALIZED (
  SELECT e.tenancy_id,
    sum(CASE WHEN e.due_on > $1::date THEN 0 WHEN e.due_on IS NOT NULL OR e.kind = 'reversal' THEN e.amount_cents ELSE -e.amount_cents END) AS due
  FROM ledger_entry e
  WHERE e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz AND ($3::int[] IS NULL OR e.tenancy_id = ANY ($3::int[]))
    AND ($4::int IS NULL OR e.tenancy_id BETWEEN $4::int AND $5::int)
  GROUP BY e.tenancy_id
  HAVING sum(CASE WHEN e.due_on > $1::date THEN 0 WHEN e.due_on IS NOT NULL OR e.kind = 'reversal' THEN e.amount_cents ELSE -e.amount_cents END) > 0
)
SELECT a.tenancy_id AS "tenancyId", NOT a.named AND a.due > (
    SELECT coalesce(sum(l.amount_cents), 0) FROM ledger_entry l
    WHERE l.tenancy_id = a.tenancy_id AND l.kind = 'charge' AND l.due_on = $1::date AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz
  ) AS surely
FROM (
  SELECT s.tenancy_id, s.due, EXISTS (SELECT FROM named n WHERE n.tenancy_id = s.tenancy_id) AS named FROM short s
  UNION ALL
  SELECT n.tenancy_id, 0, true FROM named n WHERE NOT EXISTS (SELECT FROM short s WHERE s.tenancy_id = n.tenancy_id)
) a
WHERE EXISTS (
  SELECT FROM ledger_entry l
  WHERE l.tenancy_id = a.tenancy_id AND l.kind = 'charge' AND l.due_on < $1::date AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz
)
ORDER BY a.tenancy_id
