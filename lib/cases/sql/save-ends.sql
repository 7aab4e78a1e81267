-- Calls off work and ends arrangements that a cure ended. Nothing already done, sent or reported is touched.
-- $1 json array: kind (caretaker, visit, letter, referral, arrangement), id, because · $2 day · $3 moment
WITH ending AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(kind text, id int, because text)
), rings AS (
  UPDATE caretaker_task t SET closed_on = $2::date, closed_at = $3::timestamptz,
    closed_reason = CASE e.because WHEN 'expired' THEN 'expired' ELSE 'withdrawn' END
  FROM ending e WHERE e.kind = 'caretaker' AND t.id = e.id AND t.closed_on IS NULL
), visits AS (
  UPDATE visit v SET withdrawn_on = $2::date, withdrawn_at = $3::timestamptz, withdrawn_for = e.because
  FROM ending e WHERE e.kind = 'visit' AND v.id = e.id AND v.done_on IS NULL AND v.withdrawn_on IS NULL
), letters AS (
  UPDATE letter l SET withdrawn_on = $2::date, withdrawn_at = $3::timestamptz
  FROM ending e WHERE e.kind = 'letter' AND l.id = e.id AND l.sent_on IS NULL AND l.withdrawn_on IS NULL
), referrals AS (
  UPDATE referral r SET withdrawn_on = $2::date, withdrawn_at = $3::timestamptz
  FROM ending e WHERE e.kind = 'referral' AND r.id = e.id AND r.reported_on IS NULL AND r.withdrawn_on IS NULL
)
UPDATE arrangement a SET ended_on = $2::date, ended_at = $3::timestamptz, end_reason = e.because
FROM ending e WHERE e.kind = 'arrangement' AND a.id = e.id AND a.ended_on IS NULL
