-- The account that each of these tenancies last paid into, as of day $1, known at $2. Tenancies $3.
SELECT t.id AS "tenancyId", last.account_id AS "accountId"
FROM unnest($3::int[]) t (id) CROSS JOIN LATERAL (
  SELECT l.account_id FROM bank_line l
  WHERE l.tenancy_id = t.id AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz AND l.fate IN ('posted', 'ignored')
  ORDER BY l.booked_on DESC LIMIT 1) last
