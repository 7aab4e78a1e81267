-- Which tenancies may have another answer than on the last run: something was recorded or changed since, a day came, or
-- the answer itself said when to look again. Rather one too many than one too few: the nightly check looks at the others.
-- Whatever feeds facts from a new table belongs in here too.
-- $1 day of the last run · $2 day of this one · $3 known at the last run · $4 known at this one
WITH since AS MATERIALIZED (
  SELECT $3::timestamptz AS known, $4::timestamptz AS until, $1::date AS last_day, $2::date AS today
), changed AS MATERIALIZED (
  SELECT e.table_name, e.row_id FROM earlier_value e, since s WHERE e.until_at >= s.known
), entry AS (
  SELECT e.tenancy_id FROM ledger_entry e WHERE e.recorded_at >= $3::timestamptz AND e.recorded_at <= $4::timestamptz
  UNION SELECT e.tenancy_id FROM ledger_entry e WHERE e.booked_on > $1::date AND e.booked_on <= $2::date
  UNION SELECT e.tenancy_id FROM ledger_entry e WHERE e.due_on >= $1::date AND e.due_on <= $2::date
  UNION SELECT d.tenancy_id FROM designation d, since s WHERE d.recorded_at >= s.known OR d.undone_at >= s.known
  UNION SELECT x.id FROM bank_line b, since s CROSS JOIN LATERAL unnest(b.suspects || b.suggested_tenancy) x (id)
    WHERE (b.recorded_at >= s.known OR b.changed_at >= s.known) AND x.id IS NOT NULL
  UNION SELECT x.id FROM bank_line_before w, since s CROSS JOIN LATERAL unnest(w.suspects || w.tenancy_id) x (id) WHERE w.until_at >= s.known
  UNION SELECT v.tenancy_id FROM provisional_payment v, since s WHERE v.recorded_at >= s.known OR v.withdrawn_at >= s.known
    OR (v.holds_until >= s.last_day AND v.holds_until < s.today)
), person_touched AS (
  SELECT p.id FROM person p, since s WHERE p.recorded_at >= s.known OR p.deceased_known_at >= s.known
    OR (p.deceased_on > s.last_day AND p.deceased_on <= s.today)
  UNION SELECT c.person_id FROM contact_point c, since s WHERE c.recorded_at >= s.known OR c.dead_at >= s.known OR c.ended_at >= s.known
  UNION SELECT row_id FROM changed WHERE table_name = 'person'
  UNION SELECT c.person_id FROM changed e JOIN contact_point c ON c.id = e.row_id WHERE e.table_name = 'contact_point'
  UNION SELECT a.person_id FROM attempt a, since s WHERE a.person_id IS NOT NULL
    AND (a.recorded_at >= s.known OR a.undone_at >= s.known OR (a.day > s.last_day AND a.day <= s.today))
), register AS (
  SELECT t.id FROM tenancy t, since s WHERE t.recorded_at >= s.known OR (t.starts_on > s.last_day AND t.starts_on <= s.today)
    OR (t.ends_on >= s.last_day AND t.ends_on < s.today)
  UNION SELECT row_id FROM changed WHERE table_name = 'tenancy'
  UNION SELECT r.tenancy_id FROM tenancy_rent r, since s WHERE r.recorded_at >= s.known OR (r.from_day > s.last_day AND r.from_day <= s.today)
  UNION SELECT r.tenancy_id FROM changed e JOIN tenancy_rent r ON r.id = e.row_id WHERE e.table_name = 'tenancy_rent'
  UNION SELECT p.tenancy_id FROM tenancy_person p, since s WHERE p.recorded_at >= s.known OR (p.until_day >= s.last_day AND p.until_day < s.today)
  UNION SELECT p.tenancy_id FROM changed e JOIN tenancy_person p ON p.id = e.row_id WHERE e.table_name = 'tenancy_person'
  UNION SELECT p.tenancy_id FROM person_touched x JOIN tenancy_person p ON p.person_id = x.id
  UNION SELECT t.id FROM changed e JOIN tenancy t ON t.dwelling_id = e.row_id WHERE e.table_name = 'dwelling'
), work AS (
  SELECT a.tenancy_id FROM attempt a, since s WHERE a.recorded_at >= s.known OR a.undone_at >= s.known OR (a.day > s.last_day AND a.day <= s.today)
  UNION SELECT o.tenancy_id FROM message_status m JOIN outbox_message o ON o.id = m.message_id, since s WHERE m.recorded_at >= s.known
  UNION SELECT x.tenancy_id FROM disclosure x, since s WHERE x.recorded_at >= s.known OR x.resolved_at >= s.known OR x.undone_at >= s.known
    OR (x.said_on > s.last_day AND x.said_on <= s.today)
  UNION SELECT h.tenancy_id FROM hold h, since s WHERE h.recorded_at >= s.known OR h.ended_at >= s.known
    OR (h.from_day > s.last_day AND h.from_day <= s.today) OR (h.ended_on > s.last_day AND h.ended_on <= s.today)
  UNION SELECT p.tenancy_id FROM payment_promise p, since s WHERE p.recorded_at >= s.known OR p.withdrawn_at >= s.known OR p.undone_at >= s.known
    OR (p.made_on > s.last_day AND p.made_on <= s.today)
  UNION SELECT a.tenancy_id FROM arrangement a, since s WHERE a.recorded_at >= s.known OR a.ended_at >= s.known
    OR (a.agreed_on > s.last_day AND a.agreed_on <= s.today) OR (a.ended_on > s.last_day AND a.ended_on <= s.today)
  UNION SELECT t.tenancy_id FROM caretaker_task t, since s WHERE t.recorded_at >= s.known OR t.closed_at >= s.known OR t.given_on >= s.last_day OR t.closed_on >= s.last_day
  UNION SELECT t.tenancy_id FROM ring r JOIN caretaker_task t ON t.id = r.task_id, since s WHERE r.recorded_at >= s.known OR r.undone_at >= s.known
  UNION SELECT c.tenancy_id FROM callback_card c, since s WHERE c.recorded_at >= s.known OR c.left_on >= s.last_day
  UNION SELECT v.tenancy_id FROM visit v, since s WHERE v.recorded_at >= s.known OR v.planned_at >= s.known OR v.done_at >= s.known
    OR v.withdrawn_at >= s.known OR v.asked_on >= s.last_day OR v.done_on >= s.last_day OR v.withdrawn_on >= s.last_day
  UNION SELECT l.tenancy_id FROM letter l, since s WHERE l.recorded_at >= s.known OR l.sent_at >= s.known OR l.withdrawn_at >= s.known
    OR l.asked_on >= s.last_day OR l.sent_on >= s.last_day OR l.withdrawn_on >= s.last_day
  UNION SELECT r.tenancy_id FROM referral r, since s WHERE r.recorded_at >= s.known OR r.reported_at >= s.known OR r.answered_at >= s.known
    OR r.withdrawn_at >= s.known OR r.asked_on >= s.last_day OR r.reported_on >= s.last_day OR r.answered_on >= s.last_day OR r.withdrawn_on >= s.last_day
  UNION SELECT o.tenancy_id FROM sharing_objection o, since s WHERE o.recorded_at >= s.known OR o.withdrawn_at >= s.known OR o.withdrawn_on >= s.last_day
  UNION SELECT l.tenancy_id FROM legal_step l, since s WHERE l.recorded_at >= s.known OR l.ended_at >= s.known OR l.undone_at >= s.known
    OR (l.day > s.last_day AND l.day <= s.today) OR l.ended_on >= s.last_day
  UNION SELECT p.tenancy_id FROM data_problem p, since s WHERE p.recorded_at >= s.known OR p.ended_at >= s.known OR p.ended_on >= s.last_day
  UNION SELECT n.tenancy_id FROM case_note n, since s WHERE n.at >= s.known OR n.withdrawn_at >= s.known
  UNION SELECT c.tenancy_id FROM arrears_case c, since s WHERE c.recorded_at >= s.known OR c.closed_at >= s.known OR c.reopened_at >= s.known
    OR c.opened_on >= s.last_day OR c.closed_on >= s.last_day
), answer AS (
  SELECT a.tenancy_id FROM assessment a, since s WHERE a.known_at >= s.known
  UNION
  -- What was to be looked at by the last run was, and got a later day then.
  SELECT a.tenancy_id FROM assessment a, since s
  WHERE a.reassess_on > s.last_day AND a.reassess_on <= s.today
    AND NOT EXISTS (SELECT FROM assessment b WHERE b.tenancy_id = a.tenancy_id AND b.id > a.id)
), own AS MATERIALIZED (
  SELECT tenancy_id AS id FROM entry UNION SELECT id FROM register UNION SELECT tenancy_id FROM work UNION SELECT tenancy_id FROM answer
)
SELECT id FROM own WHERE id IS NOT NULL
UNION
-- What one tenancy owes decides who leads the contact with its people for the others.
SELECT o.tenancy_id FROM own JOIN tenancy_person p ON p.tenancy_id = own.id JOIN tenancy_person o ON o.person_id = p.person_id
WHERE p.role IN ('tenant', 'co-tenant') AND o.role IN ('tenant', 'co-tenant')
ORDER BY 1
