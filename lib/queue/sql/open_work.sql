-- Every open case with its latest answer, who and where, and which tab it lies in. Reads facts, decides nothing:
-- the step comes from the stored assessment. Used as a part of the other statements of this room.
SELECT
  c.id AS case_id,
  c.tenancy_id,
  c.opened_on,
  t.number,
  coalesce(a.contact_step, 'check-data') AS contact_step,
  coalesce(a.duty_step, 'no-duty') AS duty_step,
  coalesce(a.overdue_cents, 0) AS overdue_cents,
  coalesce(a.months_behind, 0) AS months_behind,
  a.answer -> 'round' ->> 'because' AS because,
  a.answer -> 'contact' ->> 'until' AS until,
  led.tenancy_id AS lead_id,
  who.salutation, who.initials, who.prefix, who.last_name, circle.represented,
  d.kind, d.street, d.house_number, d.house_letter, d.addition, d.city, d.building_id,
  b.code AS building_code,
  spoken.day AS last_spoken_on,
  -- Something waits for the team leader too, and has its reason.
  coalesce(a.answer #> '{contact,reasons}' @? '$[*].code ? (@ starts with "manager-")', false) AS for_manager,
  CASE
    WHEN a.contact_step IS NULL OR a.contact_step = 'check-data' THEN 'problems'
    WHEN a.contact_step IN ('legal-running', 'propose-legal') THEN 'legal'
    WHEN a.contact_step IN ('call', 'call-again', 'sms', 'follow-up') OR a.contact_step = 'consultant-review' AND NOT door.later THEN 'today'
    WHEN a.contact_step = 'wait-for-bank' AND door.searching THEN 'today'
    WHEN a.duty_step IN ('written-reminder', 'refer') THEN 'today'
    WHEN a.contact_step IN ('payment-problem', 'visit-unreached') OR a.contact_step = 'deceased' AND NOT door.later OR door.visit THEN 'visits'
    WHEN a.contact_step IN ('caretaker', 'callback-card') OR door.task THEN 'caretaker'
    WHEN a.duty_step = 'missing-effort' THEN 'today'
    WHEN a.contact_step IN ('promise-pending', 'arrangement-kept') THEN 'agreements'
    ELSE 'waiting'
  END AS tab,
  CASE
    WHEN a.contact_step IS NULL THEN 'check-data'
    WHEN a.contact_step IN ('check-data', 'legal-running', 'propose-legal', 'call', 'call-again', 'sms', 'follow-up') THEN a.contact_step
    WHEN a.contact_step = 'consultant-review' AND NOT door.later THEN a.contact_step
    WHEN a.contact_step = 'wait-for-bank' AND door.searching THEN 'search-payment'
    -- Money may be there already: said in so many words, so that nobody takes it for the bank being late.
    WHEN a.contact_step = 'wait-for-bank' AND a.answer #> '{contact,reasons}' @> '[{"code":"maybe-paid"}]' THEN 'maybe-paid'
    WHEN a.contact_step = 'wait-for-bank' AND (a.answer #> '{contact,reasons}' @> '[{"code":"provisionally-paid"}]'
      OR a.answer #> '{contact,reasons}' @> '[{"code":"collected-again"}]') THEN 'provisionally-paid'
    WHEN a.duty_step IN ('written-reminder', 'refer') THEN a.duty_step
    WHEN a.contact_step IN ('payment-problem', 'visit-unreached', 'caretaker', 'callback-card', 'deceased') THEN a.contact_step
    WHEN door.visit THEN 'visit-open'
    WHEN door.task THEN 'caretaker-open'
    WHEN a.duty_step = 'missing-effort' THEN a.duty_step
    WHEN a.contact_step = 'consultant-review' THEN 'reviewed'
    ELSE a.contact_step
  END AS doing
FROM arrears_case c
JOIN tenancy t ON t.id = c.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN LATERAL (
  SELECT contact_step, duty_step, overdue_cents, months_behind, answer
  FROM assessment WHERE tenancy_id = c.tenancy_id ORDER BY id DESC LIMIT 1
) a ON true
-- Home and garage of one person are one conversation: this row stands under the tenancy that leads it, if that has a case.
LEFT JOIN LATERAL (
  SELECT l.tenancy_id
  FROM jsonb_array_elements(a.answer #> '{contact,reasons}') said
  JOIN arrears_case l ON l.tenancy_id = (said -> 'values' ->> 'tenancyId')::int AND l.closed_on IS NULL
  WHERE said ->> 'code' = 'together' LIMIT 1
) led ON true
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = c.tenancy_id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $1::date)
  ORDER BY p.deceased_on IS NOT NULL, tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
LEFT JOIN LATERAL (
  SELECT coalesce(bool_or(role = 'representative'), false) AS represented,
    array_agg(person_id) FILTER (WHERE role IN ('tenant', 'co-tenant', 'representative')) AS ids
  FROM tenancy_person WHERE tenancy_id = c.tenancy_id AND (until_day IS NULL OR until_day >= $1::date)
) circle ON true
LEFT JOIN LATERAL (
  SELECT max(said.day) AS day FROM (
    SELECT day FROM attempt
    WHERE (tenancy_id = c.tenancy_id OR person_id = ANY (circle.ids)) AND outcome = 'spoke' AND undone_at IS NULL
    UNION ALL
    SELECT done_on FROM visit WHERE tenancy_id = c.tenancy_id AND outcome IN ('spoke-door', 'spoke-inside')
  ) said
) spoken ON true
CROSS JOIN LATERAL (
  SELECT
    EXISTS (SELECT FROM visit WHERE case_id = c.id AND done_on IS NULL AND withdrawn_on IS NULL) AS visit,
    EXISTS (SELECT FROM caretaker_task WHERE case_id = c.id AND closed_on IS NULL) AS task,
    EXISTS (SELECT FROM statement WHERE tenancy_id = c.tenancy_id AND kind = 'already-paid' AND resolved_on IS NULL AND undone_at IS NULL) AS searching,
    -- The consultant looked already: it comes back on its own day.
    coalesce((a.answer -> 'contact' ->> 'until')::date > $1::date, false) AS later
) door
WHERE c.closed_on IS NULL
