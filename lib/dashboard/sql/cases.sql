-- What became of the cases opened in $1..$2: cured, in an arrangement, still open, gone; cured without any contact;
-- called within their first month; median days from first contact to cure.
WITH contacts AS (
  SELECT a.case_id, min(a.day) AS first_contact, min(a.day) FILTER (WHERE a.channel = 'call') AS first_call
  FROM attempt a
  WHERE a.direction = 'outbound' AND a.undone_at IS NULL AND a.outcome NOT IN ('undelivered', 'cancelled') AND a.day >= $1::date
  GROUP BY a.case_id
), arranged AS (
  SELECT DISTINCT tenancy_id FROM arrangement WHERE ended_on IS NULL AND agreed_on <= $2::date
), cases AS (
  SELECT c.closed_on, c.closed_reason, k.first_contact, k.first_call <= c.opened_on + 30 AS called, r.tenancy_id IS NOT NULL AS arranged
  FROM arrears_case c
  LEFT JOIN contacts k ON k.case_id = c.id
  LEFT JOIN arranged r ON r.tenancy_id = c.tenancy_id
  WHERE c.opened_on BETWEEN $1::date AND $2::date
)
SELECT count(*)::int AS opened,
  (count(*) FILTER (WHERE called))::int AS called_first_month,
  (count(*) FILTER (WHERE closed_reason = 'cured'))::int AS cured,
  (count(*) FILTER (WHERE closed_reason = 'cured' AND first_contact IS NULL))::int AS cured_by_itself,
  (count(*) FILTER (WHERE closed_on IS NULL AND arranged))::int AS arranged,
  (count(*) FILTER (WHERE closed_on IS NULL AND NOT arranged))::int AS still_open,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY closed_on - first_contact)
    FILTER (WHERE closed_reason = 'cured' AND closed_on >= first_contact)::int AS days_to_cure
FROM cases
