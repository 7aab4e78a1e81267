-- Contracts whose latest balance in the housing system differs from ours, the largest difference first.
SELECT t.id AS "tenancyId", t.number, b.as_of::text AS "asOf", b.balance_cents::text AS theirs, ours.cents::text AS ours, d.since::text AS since
FROM data_problem d JOIN tenancy t ON t.id = d.tenancy_id
CROSS JOIN LATERAL (SELECT * FROM erp_balance WHERE tenancy_id = t.id ORDER BY as_of DESC, id DESC LIMIT 1) b
CROSS JOIN LATERAL (
  SELECT coalesce(sum(CASE WHEN e.kind IN ('charge', 'reversal') THEN e.amount_cents ELSE -e.amount_cents END), 0) AS cents
  FROM ledger_entry e WHERE e.tenancy_id = t.id AND e.booked_on <= b.as_of) ours
WHERE d.kind = 'balance-differs' AND d.ended_on IS NULL
ORDER BY abs(b.balance_cents - ours.cents) DESC, t.number LIMIT 200
