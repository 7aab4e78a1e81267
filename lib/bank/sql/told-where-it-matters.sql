-- Tenancies with receipts in `told_receipt` where it matters what they are for: something due by $1 is still open, or what falls due
-- later was named while something due was open. Everywhere else the plain order lays them on the same.
SELECT w.tenancy_id AS id
FROM (SELECT tenancy_id, sum(amount) AS told FROM told_receipt GROUP BY tenancy_id) w
CROSS JOIN LATERAL (
  SELECT sum(CASE WHEN e.kind = 'reversal' THEN e.amount_cents WHEN e.kind <> 'charge' THEN -e.amount_cents
      WHEN e.due_on <= $1::date THEN e.amount_cents ELSE 0 END) AS owed,
    bool_or(e.kind = 'charge' AND e.due_on > $1::date) AS more
  FROM ledger_entry e WHERE e.tenancy_id = w.tenancy_id AND e.booked_on <= $1::date
) s
WHERE s.owed > 0 OR (s.more AND s.owed + w.told > 0)
ORDER BY 1
