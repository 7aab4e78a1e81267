-- From first contact to cured, as it stood on $2: cases opened in $1..$2. Per channel: in how many cases
-- it was tried, in how many it led to a conversation, and on which day of the case it was first tried (median).
WITH cases AS (
  SELECT id, tenancy_id, opened_on FROM arrears_case WHERE opened_on BETWEEN $1::date AND $2::date
),
inbound AS (
  SELECT a.tenancy_id, a.day FROM attempt a JOIN cases c ON c.tenancy_id = a.tenancy_id
  WHERE a.direction = 'inbound' AND a.outcome = 'spoke' AND a.undone_at IS NULL AND a.day <= $2::date
),
tries AS (
  SELECT a.case_id, a.channel, a.day, a.outcome = 'spoke' AS spoke
  FROM attempt a
  WHERE a.direction = 'outbound' AND a.undone_at IS NULL
    AND a.channel IN ('call', 'sms') AND a.outcome NOT IN ('undelivered', 'cancelled') AND a.day <= $2::date
  UNION ALL
  SELECT k.case_id, 'door', r.day, r.result IN ('spoke', 'will-call', 'family', 'worried')
  FROM ring r JOIN caretaker_task k ON k.id = r.task_id WHERE r.day <= $2::date AND r.undone_at IS NULL
  UNION ALL
  SELECT cc.case_id, 'card', cc.left_on, coalesce(cc.called_back_on <= $2::date, false)
  FROM callback_card cc WHERE cc.left_on <= $2::date
  UNION ALL
  SELECT v.case_id, 'visit', v.done_on, v.outcome IN ('spoke-door', 'spoke-inside') FROM visit v WHERE v.done_on <= $2::date
),
per_case AS (
  SELECT t.channel, c.id, min(t.day) AS first_day,
    bool_or(t.spoke OR (t.channel IN ('sms', 'card') AND EXISTS (
      SELECT 1 FROM inbound i WHERE i.tenancy_id = c.tenancy_id AND i.day BETWEEN t.day AND t.day + 7))) AS reached,
    min(t.day) - min(c.opened_on) + 1 AS on_day
  FROM tries t JOIN cases c ON c.id = t.case_id
  GROUP BY t.channel, c.id
)
SELECT channel, count(*)::int AS tried, (count(*) FILTER (WHERE reached))::int AS reached,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY on_day)::int AS usual_day
FROM per_case
GROUP BY channel
