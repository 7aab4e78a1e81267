-- Asks for work: caretaker, visit, letter, referral. Unique per case, round and ordinal, so asking twice adds nothing.
-- $1 json array: kind, tenancy_id, case_id, round, ordinal, building_id, due_on, purpose · $2 day · $3 moment
WITH task AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb)
    AS t(kind text, tenancy_id int, case_id int, round int, ordinal int, building_id int, due_on date, purpose text)
), rings AS (
  -- Whoever has the case is named at the door; without an owner it is the office.
  INSERT INTO caretaker_task (tenancy_id, case_id, round, ordinal, building_id, given_on, due_on, recorded_at, call_for)
  SELECT tenancy_id, case_id, round, ordinal, building_id, $2::date, due_on, $3::timestamptz,
    (SELECT owner_id FROM arrears_case c WHERE c.id = task.case_id)
  FROM task WHERE kind = 'caretaker'
  ON CONFLICT DO NOTHING
), visits AS (
  INSERT INTO visit (tenancy_id, case_id, round, ordinal, purpose, asked_on, visit_before, by_two, recorded_at)
  SELECT t.tenancy_id, t.case_id, t.round, t.ordinal, t.purpose, $2::date, t.due_on, EXISTS (
      SELECT FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
      WHERE tp.tenancy_id = t.tenancy_id AND p.safety_note IS NOT NULL AND (tp.until_day IS NULL OR tp.until_day >= $2::date)
    ), $3::timestamptz
  FROM task t WHERE t.kind = 'visit'
  ON CONFLICT DO NOTHING
), letters AS (
  INSERT INTO letter (tenancy_id, case_id, kind, ordinal, asked_on, recorded_at)
  SELECT tenancy_id, case_id, 'written-reminder', ordinal, $2::date, $3::timestamptz FROM task WHERE kind = 'letter'
  ON CONFLICT DO NOTHING
)
INSERT INTO referral (tenancy_id, case_id, ordinal, asked_on, recorded_at)
SELECT tenancy_id, case_id, ordinal, $2::date, $3::timestamptz FROM task WHERE kind = 'referral'
ON CONFLICT DO NOTHING
