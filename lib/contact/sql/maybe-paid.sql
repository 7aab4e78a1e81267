-- Whether a receipt in suspense may be of tenancy $1, or money of theirs is on its way on day $2.
SELECT EXISTS (
  SELECT FROM bank_line b WHERE b.disposition = 'suspense' AND b.amount_cents > 0 AND (b.suggested_tenancy = $1::int OR b.suspects @> ARRAY[$1::int])
) OR EXISTS (
  SELECT FROM money_on_its_way v WHERE v.tenancy_id = $1::int AND v.holds_until >= $2::date
) AS found
