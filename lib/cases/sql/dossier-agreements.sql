-- Cases and what was agreed or decided. Rows: kind, tenancy, its rows as json; what ended after the day or the moment has not ended.
-- $1 day · $2 known at · $3 tenancy ids
SELECT 'cases' AS kind, c.tenancy_id AS "tenancyId", json_agg(json_build_object(
    'id', c.id, 'openedOn', c.opened_on,
    'closedOn', coalesce(undone.closed_on, CASE WHEN c.closed_on <= $1::date AND coalesce(c.closed_at <= $2::timestamptz, true) THEN c.closed_on END),
    'closedReason', CASE WHEN undone.closed_on IS NOT NULL THEN 'cured'
      WHEN c.closed_on <= $1::date AND coalesce(c.closed_at <= $2::timestamptz, true) THEN c.closed_reason END,
    'reopened', (
      SELECT coalesce(json_agg(json_build_object('closedOn', r.closed_on, 'reopenedOn', r.reopened_on) ORDER BY r.id), '[]')
      FROM case_reopening r WHERE r.case_id = c.id AND r.reopened_on <= $1::date AND r.recorded_at <= $2::timestamptz
    )
  ) ORDER BY c.id)::text AS rows
FROM arrears_case c
LEFT JOIN LATERAL (
  -- A closing that was undone later still stood then.
  SELECT r.closed_on FROM case_reopening r
  WHERE r.case_id = c.id AND r.closed_on <= $1::date AND coalesce(r.closed_at <= $2::timestamptz, true)
    AND (r.reopened_on > $1::date OR r.recorded_at > $2::timestamptz)
  ORDER BY r.id LIMIT 1
) undone ON true
WHERE c.tenancy_id = ANY ($3::int[]) AND c.opened_on <= $1::date AND c.recorded_at <= $2::timestamptz
GROUP BY c.tenancy_id
UNION ALL
SELECT 'holds', h.tenancy_id, json_agg(json_build_object(
    'id', h.id, 'from', h.from_day, 'reviewOn', h.review_on,
    'endedOn', CASE WHEN h.ended_on <= $1::date AND coalesce(h.ended_at <= $2::timestamptz, true) THEN h.ended_on END,
    'reason', h.reason,
    'charges', (SELECT coalesce(json_agg(hc.entry_id::text ORDER BY hc.entry_id), '[]') FROM hold_charge hc WHERE hc.hold_id = h.id)
  ) ORDER BY h.id)::text
FROM hold h
WHERE h.tenancy_id = ANY ($3::int[]) AND h.from_day <= $1::date AND h.recorded_at <= $2::timestamptz
GROUP BY h.tenancy_id
UNION ALL
SELECT 'promises', p.tenancy_id, json_agg(json_build_object(
    'id', p.id, 'madeOn', p.made_on, 'promisedOn', p.promised_on, 'amount', p.amount_cents::text, 'incomeDay', p.income_day,
    'withdrawnOn', CASE WHEN p.withdrawn_on <= $1::date AND coalesce(p.withdrawn_at <= $2::timestamptz, true) THEN p.withdrawn_on END
  ) ORDER BY p.made_on, p.id)::text
FROM payment_promise p
WHERE p.tenancy_id = ANY ($3::int[]) AND p.made_on <= $1::date AND p.recorded_at <= $2::timestamptz
  AND (p.undone_at IS NULL OR p.undone_at > $2::timestamptz)
GROUP BY p.tenancy_id
UNION ALL
SELECT 'arrangements', a.tenancy_id, json_agg(json_build_object(
    'id', a.id, 'agreedOn', a.agreed_on, 'startsOn', a.starts_on,
    'endedOn', CASE WHEN a.ended_on <= $1::date AND coalesce(a.ended_at <= $2::timestamptz, true) THEN a.ended_on END,
    'instalments', (
      SELECT coalesce(json_agg(json_build_object('dueOn', i.due_on, 'amount', i.amount_cents::text) ORDER BY i.ordinal), '[]')
      FROM instalment i WHERE i.arrangement_id = a.id
    )
  ) ORDER BY a.agreed_on, a.id)::text
FROM arrangement a
WHERE a.tenancy_id = ANY ($3::int[]) AND a.agreed_on <= $1::date AND a.recorded_at <= $2::timestamptz
GROUP BY a.tenancy_id
UNION ALL
SELECT 'legalSteps', l.tenancy_id, json_agg(json_build_object(
    'kind', l.kind, 'day', l.day,
    'endedOn', CASE WHEN l.ended_on <= $1::date AND coalesce(l.ended_at <= $2::timestamptz, true) THEN l.ended_on END
  ) ORDER BY l.day, l.id)::text
FROM legal_step l
WHERE l.tenancy_id = ANY ($3::int[]) AND l.day <= $1::date AND l.recorded_at <= $2::timestamptz
  AND (l.undone_at IS NULL OR l.undone_at > $2::timestamptz)
GROUP BY l.tenancy_id
UNION ALL
SELECT 'objections', o.tenancy_id, json_agg(o.objected_on ORDER BY o.objected_on DESC)::text
FROM sharing_objection o
WHERE o.tenancy_id = ANY ($3::int[]) AND o.objected_on <= $1::date AND o.recorded_at <= $2::timestamptz
  AND (o.withdrawn_on IS NULL OR o.withdrawn_on > $1::date OR o.withdrawn_at > $2::timestamptz)
GROUP BY o.tenancy_id
UNION ALL
SELECT 'problems', p.tenancy_id, json_agg(json_build_object('kind', p.kind, 'since', p.since) ORDER BY p.id)::text
FROM data_problem p
WHERE p.tenancy_id = ANY ($3::int[]) AND p.since <= $1::date AND p.recorded_at <= $2::timestamptz
  AND (p.ended_on IS NULL OR p.ended_on > $1::date OR p.ended_at > $2::timestamptz)
GROUP BY p.tenancy_id
UNION ALL
-- A note by a consultant says what happens now.
SELECT 'reviews', n.tenancy_id, json_agg(n.day ORDER BY n.day)::text
FROM (
  SELECT DISTINCT c.tenancy_id, (c.at AT TIME ZONE 'Europe/Amsterdam')::date AS day
  FROM case_note c JOIN staff s ON s.id = c.staff_id
  WHERE c.tenancy_id = ANY ($3::int[]) AND c.at <= $2::timestamptz AND (c.withdrawn_at IS NULL OR c.withdrawn_at > $2::timestamptz)
    AND value_at('staff', s.id, 'role', s.role, c.at) = 'consultant'
) n
WHERE n.day <= $1::date
GROUP BY n.tenancy_id
UNION ALL
-- Money that may be theirs: receipts in suspense (by the one suggested or all it may well be for), and what is on its way, until its
-- day or until a receipt of that amount is booked.
SELECT 'maybePaid', m.tenancy_id, json_agg(json_strip_nulls(json_build_object(
    'bookedOn', m.booked_on, 'amount', m.amount::text, 'until', m.until, 'kind', m.kind)) ORDER BY m.kind NULLS FIRST, m.id)::text
FROM (
  SELECT t.id AS tenancy_id, b.id, b.booked_on, b.amount_cents AS amount, NULL::date AS until, NULL::text AS kind
  FROM (
    SELECT b.id, b.booked_on, b.amount_cents, b.suspects || b.suggested_tenancy AS suspects
    FROM bank_line b
    WHERE b.disposition = 'suspense' AND (b.suggested_tenancy = ANY ($3::int[]) OR (b.suspects <> '{}' AND b.suspects && $3::int[]))
      AND coalesce(b.changed_at, b.recorded_at) <= $2::timestamptz
    UNION ALL
    -- What was placed, set aside or found to be of others since still waited then.
    SELECT b.id, b.booked_on, b.amount_cents, w.suspects
    FROM bank_line_before w JOIN bank_line b ON b.id = w.line_id
    WHERE w.disposition = 'suspense' AND w.suspects && $3::int[] AND w.since <= $2::timestamptz AND w.until_at > $2::timestamptz
  ) b CROSS JOIN LATERAL (SELECT DISTINCT id FROM unnest(b.suspects) s (id)) t
  WHERE t.id = ANY ($3::int[]) AND b.amount_cents > 0 AND b.booked_on <= $1::date
  UNION ALL
  SELECT v.tenancy_id, v.id, v.paid_on, v.amount_cents, v.holds_until, v.kind
  FROM provisional_payment v
  WHERE v.tenancy_id = ANY ($3::int[]) AND v.recorded_at <= $2::timestamptz AND v.holds_until >= $1::date
    AND (v.withdrawn_at IS NULL OR v.withdrawn_at > $2::timestamptz)
    AND NOT EXISTS (SELECT FROM ledger_entry e WHERE e.tenancy_id = v.tenancy_id AND e.kind = 'payment' AND e.amount_cents = v.amount_cents
      AND e.booked_on BETWEEN v.paid_on - 1 AND $1::date AND e.recorded_at <= $2::timestamptz)
) m
GROUP BY m.tenancy_id
