-- What had become of the cases opened in $1..$2 on the last of those days: cured, in an arrangement, still open, closed for
-- another reason;
-- cured without any contact; called within their first month; median days from first contact to cure of the cured.
WITH contacts AS (
  SELECT a.case_id, min(a.day) AS first_contact, min(a.day) FILTER (WHERE a.channel = 'call') AS first_call
  FROM attempt a
  WHERE a.direction = 'outbound' AND a.undone_at IS NULL AND a.outcome NOT IN ('undelivered', 'cancelled')
    AND a.day BETWEEN $1::date AND $2::date
  GROUP BY a.case_id
), arranged AS (
  SELECT DISTINCT tenancy_id FROM arrangement WHERE agreed_on <= $2::date AND (ended_on IS NULL OR ended_on > $2::date)
), undone AS (
  -- Cured by that day, and opened again after it.
  SELECT case_id, max(closed_on) AS closed_on FROM case_reopening
  WHERE closed_on <= $2::date AND reopened_on > $2::date GROUP BY case_id
), cases AS (
  SELECT CASE WHEN u.case_id IS NOT NULL THEN u.closed_on WHEN c.closed_on <= $2::date THEN c.closed_on END AS closed_on,
    CASE WHEN u.case_id IS NOT NULL THEN 'cured' WHEN c.closed_on <= $2::date THEN c.closed_reason END AS closed_reason,
    k.first_contact, k.first_call <= c.opened_on + 30 AS called, r.tenancy_id IS NOT NULL AS arranged
  FROM arrears_case c
  LEFT JOIN contacts k ON k.case_id = c.id
  LEFT JOIN arranged r ON r.tenancy_id = c.tenancy_id
  LEFT JOIN undone u ON u.case_id = c.id
  WHERE c.opened_on BETWEEN $1::date AND $2::date
)
SELECT count(*)::int AS opened,
  (count(*) FILTER (WHERE called))::int AS called_first_month,
  (count(*) FILTER (WHERE closed_reason = 'cured'))::int AS cured,
  (count(*) FILTER (WHERE closed_reason = 'cured' AND (first_contact > closed_on) IS NOT FALSE))::int AS cured_by_itself,
  (count(*) FILTER (WHERE closed_on IS NULL AND arranged))::int AS arranged,
  (count(*) FILTER (WHERE closed_on IS NULL AND NOT arranged))::int AS still_open,
  (count(*) FILTER (WHERE closed_on IS NOT NULL AND closed_reason IS DISTINCT FROM 'cured'))::int AS otherwise,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY closed_on - first_contact)
    FILTER (WHERE closed_reason = 'cured' AND closed_on >= first_contact)::int AS days_to_cure
FROM cases
