-- What colleagues asked the first caretaker to do, for reasons that have nothing to do with rent: five doors, one of them rung yesterday.
-- $1 today · $2 two days before · $3 the day before · $4 the last day to ring
WITH here AS (
  SELECT b.building_id, s.id AS caretaker
  FROM building_caretaker b JOIN staff s ON s.id = b.staff_id
  WHERE s.id = (SELECT min(id) FROM staff WHERE role = 'caretaker') AND b.until_day IS NULL
), doors AS (
  SELECT t.id, h.building_id, h.caretaker, row_number() OVER (ORDER BY md5(t.number)) AS nth
  FROM here h JOIN dwelling d ON d.building_id = h.building_id AND d.kind = 'home' JOIN tenancy t ON t.dwelling_id = d.id
  WHERE t.ends_on IS NULL AND t.starts_on < $2::date
    AND NOT EXISTS (SELECT FROM arrears_case c WHERE c.tenancy_id = t.id AND c.closed_on IS NULL)
    AND NOT EXISTS (SELECT FROM tenancy_person tp JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND p.deceased_on IS NOT NULL)
), asked AS (
  INSERT INTO caretaker_task (tenancy_id, building_id, reason, asked_by, call_for, given_on, due_on, recorded_at)
  SELECT d.id, d.building_id, (ARRAY['number', 'repair', 'neighbour', 'contact', 'number'])[d.nth], s.id, s.id,
    $2::date, $4::date, ($2::date + time '10:00') AT TIME ZONE 'Europe/Amsterdam'
  FROM doors d CROSS JOIN LATERAL (
    SELECT id FROM staff WHERE role IN ('finance', 'consultant') AND active ORDER BY id OFFSET (d.nth % 4) LIMIT 1
  ) s
  WHERE d.nth <= 5
  RETURNING id, tenancy_id
)
INSERT INTO ring (task_id, day, at, result, staff_id, recorded_at)
SELECT a.id, $3::date, ($3::date + time '15:10') AT TIME ZONE 'Europe/Amsterdam', 'not-home', d.caretaker, ($3::date + time '15:10') AT TIME ZONE 'Europe/Amsterdam'
FROM asked a JOIN doors d ON d.id = a.tenancy_id
WHERE d.nth = 1 AND $1::date > $3::date
