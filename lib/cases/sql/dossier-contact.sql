-- Contact and work under way. Rows: kind, tenancy, its rows as json; what was done or withdrawn later is still open.
-- $1 day · $2 known at · $3 tenancy ids
WITH later AS MATERIALIZED (
  SELECT EXISTS (SELECT FROM earlier_value WHERE until_at > $2::timestamptz) AS changed
), tenant AS MATERIALIZED (
  SELECT tp.tenancy_id, tp.person_id
  FROM later CROSS JOIN tenancy_person tp
  WHERE tp.tenancy_id = ANY ($3::int[]) AND tp.role IN ('tenant', 'co-tenant') AND tp.recorded_at <= $2::timestamptz
    AND coalesce(CASE WHEN later.changed THEN value_at('tenancy_person', tp.id, 'until_day', tp.until_day::text, $2::timestamptz)::date ELSE tp.until_day END >= $1::date, true)
), whose AS (
  -- A person is counted over all their tenancies: home and garage are one call.
  SELECT a.tenancy_id AS for_tenancy, a.* FROM attempt a WHERE a.tenancy_id = ANY ($3::int[])
  UNION
  SELECT t.tenancy_id, a.* FROM tenant t JOIN attempt a ON a.person_id = t.person_id
), theirs AS (
  -- A message waits until it is sent: then its day is that of the sending.
  SELECT a.for_tenancy, a.id, a.tenancy_id, a.person_id, a.channel, a.direction, a.outcome, a.number, a.message_id, a.at, a.recorded_at, a.undone_at,
    CASE WHEN later.changed AND a.message_id IS NOT NULL THEN value_at('attempt', a.id, 'day', a.day::text, $2::timestamptz)::date ELSE a.day END AS day,
    CASE WHEN later.changed AND a.message_id IS NOT NULL THEN value_at('attempt', a.id, 'part', a.part, $2::timestamptz) ELSE a.part END AS part
  FROM whose a CROSS JOIN later
)
SELECT 'attempts' AS kind, a.for_tenancy AS "tenancyId", json_agg(json_build_object(
    'tenancyId', a.tenancy_id, 'personId', a.person_id, 'channel', a.channel, 'direction', a.direction, 'day', a.day, 'part', a.part,
    'outcome', CASE WHEN a.message_id IS NULL THEN a.outcome ELSE coalesce((
      -- As known then: a report that came later changes nothing about an earlier day.
      SELECT CASE s.status WHEN 'sending' THEN 'sent' ELSE s.status END FROM message_status s
      WHERE s.message_id = a.message_id AND s.recorded_at <= $2::timestamptz ORDER BY s.id DESC LIMIT 1
    ), a.outcome) END, 'number', a.number
  ) ORDER BY a.at, a.id)::text AS rows
FROM theirs a
WHERE a.day <= $1::date AND a.recorded_at <= $2::timestamptz AND (a.undone_at IS NULL OR a.undone_at > $2::timestamptz)
GROUP BY a.for_tenancy
UNION ALL
SELECT 'disclosures', s.tenancy_id, json_agg(json_build_object(
    'kind', s.kind, 'saidOn', s.said_on, 'until', s.until_day,
    'resolvedOn', CASE WHEN s.resolved_on <= $1::date AND coalesce(s.resolved_at <= $2::timestamptz, true) THEN s.resolved_on END,
    'resolution', CASE WHEN s.resolved_on <= $1::date AND coalesce(s.resolved_at <= $2::timestamptz, true) THEN s.resolution END
  ) ORDER BY s.said_on, s.id)::text
FROM disclosure s
WHERE s.tenancy_id = ANY ($3::int[]) AND s.said_on <= $1::date AND s.recorded_at <= $2::timestamptz
  AND (s.undone_at IS NULL OR s.undone_at > $2::timestamptz)
GROUP BY s.tenancy_id
UNION ALL
SELECT 'tasks', t.tenancy_id, json_agg(json_build_object(
    'id', t.id, 'caseId', t.case_id, 'round', t.round, 'ordinal', t.ordinal, 'givenOn', t.given_on,
    'rings', (
      SELECT coalesce(json_agg(json_build_object('day', r.day, 'result', r.result) ORDER BY r.at, r.id), '[]')
      FROM ring r WHERE r.task_id = t.id AND r.day <= $1::date AND r.recorded_at <= $2::timestamptz AND (r.undone_at IS NULL OR r.undone_at > $2::timestamptz)
    ),
    'cardLeftOn', (
      -- The card goes into the letterbox in the same go as a ring, and is known as long as that.
      SELECT min(c.left_on) FROM callback_card c WHERE c.task_id = t.id AND c.left_on <= $1::date AND NOT EXISTS (
        SELECT FROM ring r WHERE r.task_id = t.id AND r.day = c.left_on AND r.recorded_at > $2::timestamptz
      )
    ),
    'closedOn', CASE WHEN t.closed_on <= $1::date AND coalesce(t.closed_at <= $2::timestamptz, true) THEN t.closed_on END,
    'closedReason', CASE WHEN t.closed_on <= $1::date AND coalesce(t.closed_at <= $2::timestamptz, true) THEN t.closed_reason END
  ) ORDER BY t.given_on, t.id)::text
FROM caretaker_task t
WHERE t.tenancy_id = ANY ($3::int[]) AND t.case_id IS NOT NULL AND t.given_on <= $1::date AND t.recorded_at <= $2::timestamptz
GROUP BY t.tenancy_id
UNION ALL
SELECT 'visits', v.tenancy_id, json_agg(json_build_object(
    'id', v.id, 'caseId', v.case_id, 'round', v.round, 'ordinal', v.ordinal, 'purpose', v.purpose, 'askedOn', v.asked_on,
    'plannedFor', CASE WHEN later.changed THEN value_at('visit', v.id, 'planned_for', known.planned_for, $2::timestamptz) ELSE known.planned_for END,
    'part', CASE WHEN later.changed THEN value_at('visit', v.id, 'part', known.part, $2::timestamptz) ELSE known.part END,
    'doneOn', CASE WHEN v.done_on <= $1::date AND coalesce(v.done_at <= $2::timestamptz, true) THEN v.done_on END,
    'outcome', CASE WHEN v.done_on <= $1::date AND coalesce(v.done_at <= $2::timestamptz, true) THEN v.outcome END,
    'withdrawnOn', CASE WHEN v.withdrawn_on <= $1::date AND coalesce(v.withdrawn_at <= $2::timestamptz, true) THEN v.withdrawn_on END
  ) ORDER BY v.asked_on, v.id)::text
FROM later CROSS JOIN visit v CROSS JOIN LATERAL (
  SELECT CASE WHEN coalesce(v.planned_at <= $2::timestamptz, true) THEN v.planned_for::text END AS planned_for,
    CASE WHEN coalesce(v.planned_at <= $2::timestamptz, true) THEN v.part END AS part
) known
WHERE v.tenancy_id = ANY ($3::int[]) AND v.asked_on <= $1::date AND v.recorded_at <= $2::timestamptz
GROUP BY v.tenancy_id
UNION ALL
SELECT 'letters', l.tenancy_id, json_agg(json_build_object(
    'id', l.id, 'caseId', l.case_id, 'ordinal', l.ordinal, 'askedOn', l.asked_on,
    'sentOn', CASE WHEN l.sent_on <= $1::date AND coalesce(l.sent_at <= $2::timestamptz, true) THEN l.sent_on END,
    -- Presumed on the second postal day: known from the day it was sent.
    'deliveredOn', CASE WHEN l.sent_on <= $1::date AND coalesce(l.sent_at <= $2::timestamptz, true) THEN l.delivered_on END,
    'withdrawnOn', CASE WHEN l.withdrawn_on <= $1::date AND coalesce(l.withdrawn_at <= $2::timestamptz, true) THEN l.withdrawn_on END
  ) ORDER BY l.ordinal)::text
FROM letter l
WHERE l.kind = 'written-reminder' AND l.tenancy_id = ANY ($3::int[]) AND l.asked_on <= $1::date AND l.recorded_at <= $2::timestamptz
GROUP BY l.tenancy_id
UNION ALL
SELECT 'referrals', r.tenancy_id, json_agg(json_build_object(
    'id', r.id, 'caseId', r.case_id, 'ordinal', r.ordinal, 'askedOn', r.asked_on, 'result',
    CASE WHEN r.answered_on <= $1::date AND coalesce(r.answered_at <= $2::timestamptz, true) THEN r.result END,
    'reportedOn', CASE WHEN r.reported_on <= $1::date AND coalesce(r.reported_at <= $2::timestamptz, true) THEN r.reported_on END,
    'answeredOn', CASE WHEN r.answered_on <= $1::date AND coalesce(r.answered_at <= $2::timestamptz, true) THEN r.answered_on END,
    'withdrawnOn', CASE WHEN r.withdrawn_on <= $1::date AND coalesce(r.withdrawn_at <= $2::timestamptz, true) THEN r.withdrawn_on END
  ) ORDER BY r.ordinal)::text
FROM referral r
WHERE r.tenancy_id = ANY ($3::int[]) AND r.asked_on <= $1::date AND r.recorded_at <= $2::timestamptz
GROUP BY r.tenancy_id
