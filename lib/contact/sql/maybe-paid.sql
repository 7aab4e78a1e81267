-- Whether a receipt in suspense may be of tenancy $1, or money of theirs is on its way on day $2.
SELECT EXISTS (
  SELECT FROM bank_line b WHERE b.fate = 'suspense' AND b.amount_cents > 0 AND (b.suggested_tenancy = $1::int OR b.suspects @> ARRAY[$1::int])
) OR EXISTS (
  SELECT FROM provisional_payment v WHERE v.tenancy_id = $1::int AND v.withdrawn_at IS NULL AND v.holds_until >= $2::date
    AND NOT EXISTS (SELECT FROM ledger_entry e WHERE e.tenancy_id = v.tenancy_id AND e.kind = 'payment' AND e.amount_cents = v.amount_cents
      AND e.booked_on >= v.paid_on - 1)
) AS found
