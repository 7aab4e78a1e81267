-- Every open case with its latest answer, who and where, and which tab it lies in. Reads facts, decides nothing:
-- the step comes from the stored assessment, its tab and rank from the table of steps (lib/rules/steps.ts), joined in as `step`.
-- $1 today, $2 only these tenancies; null: all
SELECT
  c.id AS case_id,
  c.tenancy_id,
  c.opened_on,
  c.owner_id,
  coalesce(NOT o.active, false) AS owner_left,
  t.number,
  coalesce(a.contact_step, 'check-data') AS contact_step,
  coalesce(a.duty_step, 'no-duty') AS duty_step,
  coalesce(a.overdue_cents, 0) AS overdue_cents,
  coalesce(a.months_behind, 0) AS months_behind,
  a.answer -> 'round' ->> 'because' AS because,
  a.answer -> 'contact' ->> 'until' AS until,
  -- What they texted is in a row of its own, also of a garage.
  CASE WHEN door.reply IS NULL THEN led.tenancy_id END AS lead_id,
  who.salutation, who.initials, who.prefix, who.last_name, circle.represented,
  d.kind, d.street, d.house_number, d.house_letter, d.addition, d.city, d.building_id,
  b.code AS building_code,
  spoken.day AS last_spoken_on,
  -- Something waits for the team leader too, and has its reason.
  coalesce(a.answer #> '{contact,reasons}' @? '$[*].code ? (@ starts with "manager-")', false) AS for_manager,
  work.tab,
  -- Money may be there already: said in so many words, so that nobody takes it for the bank being late.
  CASE WHEN work.doing IN ('search-payment', 'sms-reply', 'sms-distress') OR a.contact_step <> 'wait-for-bank' THEN work.doing
    WHEN a.answer #> '{contact,reasons}' @> '[{"code":"maybe-paid"}]' THEN 'maybe-paid'
    WHEN a.answer #> '{contact,reasons}' @> '[{"code":"provisionally-paid"}]'
      OR a.answer #> '{contact,reasons}' @> '[{"code":"collected-again"}]' THEN 'provisionally-paid'
    ELSE work.doing END AS doing
FROM arrears_case c
JOIN tenancy t ON t.id = c.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN staff o ON o.id = c.owner_id
LEFT JOIN LATERAL (
  -- The answer is unpacked once here, however often it is looked into below.
  SELECT contact_step, duty_step, overdue_cents, months_behind, answer || '{}'::jsonb AS answer
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
    -- What they texted back and nobody read; true: somebody in need may have written it.
    (SELECT bool_or(distress) FROM sms_reply WHERE tenancy_id = c.tenancy_id AND read_at IS NULL) AS reply,
    EXISTS (SELECT FROM visit WHERE case_id = c.id AND done_on IS NULL AND withdrawn_on IS NULL) AS visit,
    EXISTS (SELECT FROM caretaker_task WHERE case_id = c.id AND closed_on IS NULL) AS task,
    EXISTS (SELECT FROM disclosure WHERE tenancy_id = c.tenancy_id AND kind = 'already-paid' AND resolved_on IS NULL AND undone_at IS NULL) AS searching,
    -- The consultant looked already: it comes back on its own day.
    coalesce((a.answer -> 'contact' ->> 'until')::date > $1::date, false) AS later
  OFFSET 0
) door
LEFT JOIN step cs ON cs.name = a.contact_step
LEFT JOIN step ds ON ds.name = a.duty_step AND ds.acts
CROSS JOIN LATERAL (SELECT coalesce(cs.comes_back AND cs.tab <> 'legal' AND door.later, false) AS back) planned
-- The first of everything that asks for somebody: what the answers ask for, and doors under way. Each is a number: its rank, then which it is.
CROSS JOIN LATERAL (
  SELECT least(
    CASE WHEN door.reply THEN 0 WHEN NOT door.reply THEN 160 END,
    10 * (CASE WHEN planned.back THEN 90 ELSE coalesce(cs.rank, 0) END + 1) + 1,
    CASE WHEN a.contact_step = 'wait-for-bank' AND door.searching THEN 212 END,
    10 * (ds.rank + 1) + 3,
    CASE WHEN door.visit THEN 314 END,
    CASE WHEN door.task THEN 415 END
  ) % 10 AS nth OFFSET 0
) first
CROSS JOIN LATERAL (
  SELECT
    CASE first.nth WHEN 0 THEN 'today' WHEN 1 THEN CASE WHEN planned.back THEN 'waiting' ELSE coalesce(cs.tab, 'problems') END
      WHEN 2 THEN 'today' WHEN 3 THEN ds.tab WHEN 4 THEN 'visits' ELSE 'caretaker' END AS tab,
    CASE first.nth WHEN 0 THEN CASE WHEN door.reply THEN 'sms-distress' ELSE 'sms-reply' END
      WHEN 1 THEN CASE WHEN planned.back AND cs.last THEN 'reviewed' ELSE coalesce(a.contact_step, 'check-data') END
      WHEN 2 THEN 'search-payment' WHEN 3 THEN a.duty_step
      WHEN 4 THEN CASE WHEN cs.acts AND cs.tab = 'visits' THEN a.contact_step ELSE 'visit-open' END ELSE 'caretaker-open' END AS doing
) work
WHERE c.closed_on IS NULL AND ($2::int[] IS NULL OR c.tenancy_id = ANY ($2::int[]))
