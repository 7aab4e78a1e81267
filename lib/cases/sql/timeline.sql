-- What happened with one tenancy ($1), newest first, as codes with values; words are made on the screen.
-- Each act stands once: what was said and promised in a conversation is happened with it.
WITH mine AS (SELECT $1::int AS tenancy_id),
calls AS (
  SELECT a.day, a.at, a.staff_id,
    CASE WHEN a.channel = 'sms' THEN 'sms' WHEN a.direction = 'inbound' THEN 'inbound' WHEN a.channel = 'desk' THEN 'desk' ELSE 'call' END AS code,
    jsonb_strip_nulls(jsonb_build_object('outcome', a.outcome, 'spokeWith', a.spoke_with, 'number', a.number, 'note', a.note, 'attemptId', a.id, 'identity', a.identity,
      'said', (SELECT string_agg(s.kind, ',' ORDER BY s.id) FROM disclosure s WHERE s.attempt_id = a.id AND s.undone_at IS NULL),
      'agreedDay', (SELECT max(s.until_day)::text FROM disclosure s WHERE s.attempt_id = a.id AND s.undone_at IS NULL AND s.kind = 'agreed-moment'),
      'promisedOn', p.promised_on::text, 'promisedCents', p.amount_cents::text)) AS values
  FROM attempt a JOIN mine USING (tenancy_id)
  LEFT JOIN payment_promise p ON p.attempt_id = a.id AND p.undone_at IS NULL
  WHERE a.channel IN ('call', 'sms', 'desk') AND a.undone_at IS NULL
),
-- Waiting is no event: only what was to be done next is happened, when it changed.
steps AS (
  SELECT a.day, a.known_at AS at, NULL::int AS staff_id, 'step' AS code,
    jsonb_build_object('step', a.contact_step, 'before', a.before, 'reason', a.answer #>> '{contact,reasons,0,code}',
      'reasonValues', a.answer #> '{contact,reasons,0,values}') AS values
  FROM (
    SELECT x.*, lag(x.contact_step) OVER (PARTITION BY x.case_id ORDER BY x.id) AS before
    FROM (
      -- The day's last word: what was asked at breakfast and done by noon is happened by the act itself.
      SELECT DISTINCT ON (case_id, day) * FROM assessment JOIN mine USING (tenancy_id)
      WHERE case_id IS NOT NULL AND contact_step NOT LIKE 'wait-%' ORDER BY case_id, day, id DESC
    ) x
  ) a
  WHERE a.before IS NOT NULL AND a.before <> a.contact_step
),
happened AS (
  SELECT * FROM calls
  UNION ALL SELECT * FROM steps
  UNION ALL SELECT opened_on, NULL, NULL, 'case-opened', jsonb_build_object('caseId', id) FROM arrears_case JOIN mine USING (tenancy_id)
  UNION ALL SELECT (reopened_at AT TIME ZONE 'Europe/Amsterdam')::date, reopened_at, NULL, 'case-reopened', '{}' FROM arrears_case JOIN mine USING (tenancy_id) WHERE reopened_at IS NOT NULL
  UNION ALL SELECT closed_on, closed_at, NULL, 'case-closed', jsonb_build_object('reason', closed_reason) FROM arrears_case JOIN mine USING (tenancy_id) WHERE closed_on IS NOT NULL
  UNION ALL SELECT said_on, recorded_at, staff_id, 'disclosure', jsonb_strip_nulls(jsonb_build_object('kind', kind, 'agreedDay', until_day::text, 'detail', detail))
    FROM disclosure JOIN mine USING (tenancy_id) WHERE undone_at IS NULL AND attempt_id IS NULL
  UNION ALL SELECT resolved_on, resolved_at, staff_id, 'disclosure-resolved', jsonb_build_object('resolution', resolution)
    FROM disclosure JOIN mine USING (tenancy_id) WHERE undone_at IS NULL AND resolved_on IS NOT NULL
  UNION ALL SELECT made_on, recorded_at, staff_id, 'promise', jsonb_build_object('promisedOn', promised_on::text, 'promisedCents', amount_cents::text)
    FROM payment_promise JOIN mine USING (tenancy_id) WHERE undone_at IS NULL AND attempt_id IS NULL
  UNION ALL SELECT agreed_on, recorded_at, staff_id, 'arrangement', jsonb_build_object('totalCents', total_cents::text, 'startsOn', starts_on::text,
      'terms', (SELECT count(*) FROM instalment WHERE arrangement_id = arrangement.id))
    FROM arrangement JOIN mine USING (tenancy_id)
  UNION ALL SELECT ended_on, ended_at, NULL, 'arrangement-ended', jsonb_build_object('reason', coalesce(end_reason, 'withdrawn'))
    FROM arrangement JOIN mine USING (tenancy_id) WHERE ended_on IS NOT NULL
  UNION ALL SELECT from_day, recorded_at, staff_id, 'hold', jsonb_strip_nulls(jsonb_build_object('reason', reason, 'reviewOn', review_on::text, 'note', note)) FROM hold JOIN mine USING (tenancy_id)
  UNION ALL SELECT ended_on, ended_at, NULL, 'hold-ended', jsonb_build_object('reason', reason) FROM hold JOIN mine USING (tenancy_id) WHERE ended_on IS NOT NULL
  UNION ALL SELECT asked_on, recorded_at, NULL, 'visit-asked', jsonb_build_object('purpose', purpose) FROM visit JOIN mine USING (tenancy_id) WHERE planned_for IS NULL AND done_on IS NULL AND withdrawn_on IS NULL
  UNION ALL SELECT (coalesce(planned_at, recorded_at) AT TIME ZONE 'Europe/Amsterdam')::date, coalesce(planned_at, recorded_at), staff_id, 'visit-planned', jsonb_strip_nulls(jsonb_build_object('plannedFor', planned_for::text, 'part', part, 'time', at_time, 'announced', announced_by, 'along', (SELECT first_name FROM staff WHERE id = with_staff_id)))
    FROM visit JOIN mine USING (tenancy_id) WHERE planned_for IS NOT NULL AND done_on IS NULL AND withdrawn_on IS NULL
  UNION ALL SELECT done_on, done_at, staff_id, 'visit', jsonb_strip_nulls(jsonb_build_object('untimed', CASE WHEN (done_at AT TIME ZONE 'Europe/Amsterdam')::date <> done_on THEN true END, 'outcome', outcome, 'note', note,
      'detail', file_note, 'seen', nullif(array_to_string(seen, ','), ''), 'agreed', nullif(array_to_string(agreed, ','), ''), 'payDay', budget ->> 'payDay', 'left', budget ->> 'left', 'otherDebts', budget ->> 'otherDebts',
      'consent', CASE WHEN consent THEN 'yes' END, 'noMoreFor', no_more_for))
    FROM visit JOIN mine USING (tenancy_id) WHERE done_on IS NOT NULL
  UNION ALL SELECT withdrawn_on, withdrawn_at, NULL, 'visit-withdrawn', '{}' FROM visit JOIN mine USING (tenancy_id) WHERE withdrawn_on IS NOT NULL
  UNION ALL SELECT given_on, recorded_at, NULL, 'task', jsonb_strip_nulls(jsonb_build_object('dueOn', due_on::text, 'reason', reason)) FROM caretaker_task JOIN mine USING (tenancy_id)
  UNION ALL SELECT r.day, r.at, r.staff_id, 'ring', jsonb_build_object('result', r.result, 'recorded', to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM ring r JOIN caretaker_task k ON k.id = r.task_id JOIN mine USING (tenancy_id) WHERE r.undone_at IS NULL
  UNION ALL SELECT called_back_on, NULL, NULL, 'called-back', '{}' FROM callback_card JOIN mine USING (tenancy_id) WHERE called_back_on IS NOT NULL
  UNION ALL SELECT sent_on, sent_at, staff_id, CASE kind WHEN 'written-reminder' THEN 'letter' ELSE 'letter-' || kind END, '{}' FROM letter JOIN mine USING (tenancy_id) WHERE sent_on IS NOT NULL
  UNION ALL SELECT (a.at AT TIME ZONE 'Europe/Amsterdam')::date, a.at, a.staff_id, 'death', jsonb_build_object('deceasedOn', a.answer ->> 'deceasedOn')
    FROM command a JOIN mine USING (tenancy_id) WHERE a.action = 'cases.recordDeath' AND a.undone_at IS NULL
  UNION ALL SELECT objected_on, recorded_at, staff_id, 'objection', '{}' FROM sharing_objection JOIN mine USING (tenancy_id) WHERE withdrawn_on IS NULL
  UNION ALL SELECT reported_on, reported_at, staff_id, 'reported', jsonb_build_object('warm', warm_handover::text) FROM referral JOIN mine USING (tenancy_id) WHERE reported_on IS NOT NULL
  UNION ALL SELECT answered_on, answered_at, NULL, 'municipality-answered', jsonb_build_object('result', result) FROM referral JOIN mine USING (tenancy_id) WHERE answered_on IS NOT NULL
  UNION ALL SELECT day, recorded_at, staff_id, 'legal', jsonb_strip_nulls(jsonb_build_object('kind', kind, 'note', detail)) FROM legal_step JOIN mine USING (tenancy_id) WHERE undone_at IS NULL
  UNION ALL SELECT carried_out_on, recorded_at, staff_id, 'eviction', jsonb_build_object('reason', reason) FROM eviction JOIN mine USING (tenancy_id) WHERE undone_at IS NULL
  UNION ALL SELECT (at AT TIME ZONE 'Europe/Amsterdam')::date, at, staff_id, 'note', jsonb_build_object('note', text) FROM case_note JOIN mine USING (tenancy_id) WHERE withdrawn_at IS NULL
  UNION ALL SELECT (c.undone_at AT TIME ZONE 'Europe/Amsterdam')::date, c.undone_at, c.undone_by, 'taken-back',
      jsonb_strip_nulls(jsonb_build_object('action', c.action, 'on', (c.at AT TIME ZONE 'Europe/Amsterdam')::date::text, 'reason', c.undo_reason, 'outcome', a.outcome,
        'detail', coalesce(a.note, n.text, c.undo #>> '{made,note}')))
    FROM command c JOIN mine USING (tenancy_id) LEFT JOIN attempt a ON a.command_id = c.id LEFT JOIN case_note n ON c.action = 'cases.addNote' AND n.id = (c.answer ->> 'noteId')::int
    WHERE c.undo_reason IS NOT NULL
  UNION ALL SELECT (sent_at AT TIME ZONE 'Europe/Amsterdam')::date, sent_at, NULL, 'sms-reply', jsonb_build_object('number', sender, 'detail', body)
    FROM sms_reply JOIN mine USING (tenancy_id)
  UNION ALL SELECT l.booked_on, NULL, NULL, CASE l.kind WHEN 'reversal' THEN 'reversal' WHEN 'credit' THEN 'credit' ELSE 'receipt' END, jsonb_build_object('amountCents', l.amount_cents::text)
    FROM ledger_entry l JOIN mine USING (tenancy_id)
    WHERE l.kind = 'reversal' OR l.kind IN ('payment', 'credit') AND EXISTS (
      SELECT FROM arrears_case c WHERE c.tenancy_id = l.tenancy_id AND l.booked_on BETWEEN c.opened_on AND coalesce(c.closed_on, 'infinity'))
)
SELECT happened.day::text, to_char(happened.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, happened.staff_id AS "staffId",
  s.first_name AS "firstName", happened.code, happened.values
FROM happened LEFT JOIN staff s ON s.id = happened.staff_id
-- On one day: what has a time stands by it, money and cases that came without one stand under the acts of that day.
ORDER BY happened.day DESC, happened.at DESC NULLS LAST, happened.code
LIMIT 300
