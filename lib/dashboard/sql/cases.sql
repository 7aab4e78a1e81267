-- What became of the cases opened in $1..$2: cured, in an arrangement, still open, gone; cured without any contact;
-- called within their first month; median days from first contact to cure.
WITH cases AS (
  SELECT c.*, (
    SELECT min(a.day) FROM attempt a
    WHERE a.case_id = c.id AND a.direction = 'outbound' AND a.undone_at IS NULL AND a.outcome NOT IN ('undelivered', 'cancelled')
  ) AS first_contact, EXISTS (
    SELECT 1 FROM attempt a
    WHERE a.case_id = c.id AND a.channel = 'call' AND a.undone_at IS NULL AND a.day <= c.opened_on + 30
  ) AS called, EXISTS (
    SELECT 1 FROM arrangement r WHERE r.tenancy_id = c.tenancy_id AND r.ended_on IS NULL AND r.agreed_on <= $2::date
  ) AS arranged
  FROM arrears_case c WHERE c.opened_on BETWEEN $1::date AND $2::date
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
