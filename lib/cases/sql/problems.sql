-- Everything that somebody has to find out: open data problems of tenancies, numbers nobody can be called on, money that did not
-- come in, contracts that files name and nobody knows. $1 day: who sits on it
-- What stands in the way of reaching somebody matters while their case is open; the rest also while they live there. It is not closed
-- for that: it is back on the list when the case is.
SELECT p.kind, p.tenancy_id, p.since, NULL::text AS value, NULL::int AS file_id, NULL::int AS reply_id
FROM data_problem p LEFT JOIN tenancy t ON t.id = p.tenancy_id
WHERE p.ended_on IS NULL AND (
  ((t.ends_on IS NULL OR t.ends_on >= $1::date) AND p.kind NOT IN ('no-phone', 'number-dead', 'sms-undelivered', 'bell-broken'))
  OR EXISTS (SELECT FROM arrears_case c WHERE c.tenancy_id = p.tenancy_id AND c.closed_on IS NULL))
UNION ALL
SELECT 'unusable-number', l.tenancy_id, min(c.recorded_at)::date, string_agg(DISTINCT c.value, ', '), NULL, NULL
FROM contact_point c JOIN tenancy_person l ON l.person_id = c.person_id AND (l.until_day IS NULL OR l.until_day >= $1::date)
JOIN tenancy t ON t.id = l.tenancy_id AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
WHERE c.kind = 'unusable' AND c.ended_at IS NULL AND c.quality <> 'dead'
GROUP BY l.tenancy_id
UNION ALL
-- Said to be paid, or collected again, and not come in by its day.
SELECT 'payment-overdue', v.tenancy_id, v.holds_until + 1, v.receipt_number, NULL, NULL FROM money_on_its_way v WHERE v.holds_until < $1::date
UNION ALL
SELECT 'unknown-contract', NULL, min(f.started_at)::date, i.values ->> 'value', max(f.id), NULL
FROM import_issue i JOIN import_file f ON f.id = i.file_id AND f.status = 'done' AND NOT f.dry_run
-- What was emptied since is nobody's to find out any more.
WHERE i.code = 'unknown-contract' AND i.values ? 'value' AND NOT EXISTS (SELECT FROM tenancy t WHERE t.number = i.values ->> 'value')
GROUP BY i.values ->> 'value'
UNION ALL
-- Texted back by somebody without an open case, or from a number nobody knows; of an open case it stands in the work list itself.
SELECT CASE WHEN r.distress THEN 'sms-distress' ELSE 'sms-reply' END, r.tenancy_id, (r.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date, r.sender || ': ' || r.body, NULL, r.id
FROM sms_reply r WHERE r.read_at IS NULL AND NOT EXISTS (SELECT FROM arrears_case c WHERE c.tenancy_id = r.tenancy_id AND c.closed_on IS NULL)
