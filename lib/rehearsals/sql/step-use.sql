-- How often each step came up: how often a tenancy arrived at it, over 7, 30 and 365 days, how many stand there now, and the
-- last day. An answer is stored when anything of it changes, so an arrival is one whose step differs from the answer before.
-- $1 today
WITH told AS (
  SELECT a.tenancy_id, a.day, a.contact_step, a.duty_step,
    lag(a.contact_step) OVER mine AS contact_before, lag(a.duty_step) OVER mine AS duty_before,
    row_number() OVER (PARTITION BY a.tenancy_id ORDER BY a.id DESC) = 1 AS last
  FROM assessment a
  WHERE a.day <= $1::date
  WINDOW mine AS (PARTITION BY a.tenancy_id ORDER BY a.id)
), steps AS (
  SELECT 'contact' AS ladder, contact_step AS step, day, contact_step IS DISTINCT FROM contact_before AS arrived, last FROM told
  UNION ALL
  SELECT 'duty', duty_step, day, duty_step IS DISTINCT FROM duty_before, last FROM told
)
SELECT ladder, step,
  (count(*) FILTER (WHERE arrived AND day > $1::date - 7))::int AS "days7",
  (count(*) FILTER (WHERE arrived AND day > $1::date - 30))::int AS "days30",
  (count(*) FILTER (WHERE arrived AND day > $1::date - 365))::int AS "days365",
  (count(*) FILTER (WHERE last))::int AS "standing",
  max(day)::text AS "lastDay"
FROM steps
GROUP BY ladder, step
