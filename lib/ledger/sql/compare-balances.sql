-- Lays the latest balance of the housing system beside our own ledger on that day. A difference opens a data problem on day $1 at
-- moment $2, its end closes it. Tenancies $3, or null for all. Answers those whose problem opened or closed.
-- The housing system counts what is booked, or only what is due by then: one of the two must be equal.
WITH latest AS (
  SELECT DISTINCT ON (b.tenancy_id) b.* FROM erp_balance b
  WHERE $3::int[] IS NULL OR b.tenancy_id = ANY ($3::int[]) ORDER BY b.tenancy_id, b.as_of DESC, b.id DESC),
compared AS (
  SELECT l.tenancy_id, l.balance_cents NOT IN (ours.booked, ours.due) AS differs
  FROM latest l CROSS JOIN LATERAL (
    SELECT coalesce(sum(signed.cents), 0) AS booked, coalesce(sum(signed.cents) FILTER (WHERE e.due_on IS NULL OR e.due_on <= l.as_of), 0) AS due
    FROM ledger_entry e CROSS JOIN LATERAL (
      SELECT CASE WHEN e.kind IN ('charge', 'reversal') THEN e.amount_cents ELSE -e.amount_cents END AS cents) signed
    WHERE e.tenancy_id = l.tenancy_id AND e.booked_on <= l.as_of) ours),
ended AS (
  UPDATE data_problem d SET ended_on = $1::date, ended_at = $2::timestamptz(3) FROM compared c
  WHERE NOT c.differs AND d.tenancy_id = c.tenancy_id AND d.kind = 'balance-differs' AND d.ended_on IS NULL
  RETURNING d.tenancy_id),
opened AS (
  INSERT INTO data_problem (tenancy_id, kind, since, recorded_at)
  SELECT c.tenancy_id, 'balance-differs', $1::date, $2::timestamptz(3) FROM compared c
  WHERE c.differs AND NOT EXISTS (
    SELECT FROM data_problem d WHERE d.tenancy_id = c.tenancy_id AND d.kind = 'balance-differs' AND d.ended_on IS NULL)
  RETURNING tenancy_id)
SELECT tenancy_id AS "tenancyId" FROM ended UNION SELECT tenancy_id FROM opened ORDER BY 1
