-- The account that each of these tenancies last paid into, as of day $1, known at $2. Tenancies $3.
SELECT t.id AS "tenancyId", last.account_id AS "accountId"
FROM unnest($3::int[]) t (id) CROSS JOIN LATERAL (
  SELECT x.account_id FROM (
    (SELECT l.id, l.account_id, l.booked_on FROM bank_line l
    WHERE l.tenancy_id = t.id AND l.booked_on <= $1::date AND coalesce(l.changed_at, l.recorded_at) <= $2::timestamptz AND l.disposition IN ('posted', 'ignored')
    ORDER BY l.booked_on DESC, l.id DESC LIMIT 1)
    UNION ALL
    -- What was taken back since was theirs then.
    (SELECT l.id, l.account_id, l.booked_on FROM bank_line_before w JOIN bank_line l ON l.id = w.line_id
    WHERE w.tenancy_id = t.id AND w.disposition IN ('posted', 'ignored') AND l.booked_on <= $1::date AND w.since <= $2::timestamptz AND w.until_at > $2::timestamptz
    ORDER BY l.booked_on DESC, l.id DESC LIMIT 1)
  ) x ORDER BY x.booked_on DESC, x.id DESC LIMIT 1) last
