-- Judges staged buildings against what is known and saves what is new. Each row ends with an outcome.
ANALYZE staged;

UPDATE staged s
SET outcome = CASE WHEN (s.name, s.street, s.house_number, s.postcode, s.city, s.caretaker)
    IS NOT DISTINCT FROM (f.name, f.street, f.house_number, f.postcode, f.city, f.caretaker) THEN 'known' ELSE 'rejected' END,
  field = 'complexcode', code_said = 'twice-in-file', vals = jsonb_build_object('value', s.code, 'first', f.line)
FROM (SELECT DISTINCT ON (code) * FROM staged ORDER BY code, line) f
WHERE f.code = s.code AND s.line > f.line;

UPDATE staged s
SET outcome = CASE WHEN (b.name, b.street, b.house_number, b.postcode, b.city) = (s.name, s.street, s.house_number, s.postcode, s.city)
    AND (s.caretaker IS NULL OR EXISTS (SELECT FROM building_caretaker c WHERE c.building_id = b.id AND c.email = s.caretaker AND c.until_day IS NULL))
    THEN 'known' ELSE 'added' END,
  changed = true
FROM building b
WHERE b.code = s.code AND s.outcome IS NULL;

UPDATE staged SET outcome = 'added' WHERE outcome IS NULL;

-- What changes of buildings that are known, old beside new.
INSERT INTO change (line, kind, field, code, vals)
SELECT s.line, 'changed', d.field, CASE WHEN d.was IS NULL THEN 'set' ELSE 'changed' END, jsonb_build_object('was', coalesce(d.was, 'none'), 'becomes', d.becomes)
FROM staged s JOIN building b ON b.code = s.code CROSS JOIN LATERAL (VALUES
  ('naam', b.name, s.name),
  ('adres', concat_ws(' ', b.street, b.house_number, b.postcode, b.city), concat_ws(' ', s.street, s.house_number, s.postcode, s.city)),
  ('huismeester', (SELECT string_agg(c.email, ', ') FROM building_caretaker c WHERE c.building_id = b.id AND c.until_day IS NULL), s.caretaker)) d (field, was, becomes)
WHERE s.outcome = 'added' AND d.becomes IS NOT NULL AND d.was IS DISTINCT FROM d.becomes;

INSERT INTO building (code, name, street, house_number, postcode, city)
SELECT code, name, street, house_number, postcode, city FROM staged WHERE outcome = 'added' ORDER BY line
ON CONFLICT (code) DO UPDATE SET name = excluded.name, street = excluded.street, house_number = excluded.house_number,
  postcode = excluded.postcode, city = excluded.city;

-- The first caretaker we hear of looked after the building as far back as we know; a new one starts today.
INSERT INTO building_caretaker (building_id, email, staff_id, from_day, recorded_at)
SELECT b.id, s.caretaker, (SELECT id FROM staff WHERE email = s.caretaker),
  CASE WHEN EXISTS (SELECT FROM building_caretaker c WHERE c.building_id = b.id) THEN i.today ELSE DATE '1900-01-01' END, i.moment
FROM staged s JOIN building b ON b.code = s.code CROSS JOIN importing i
WHERE s.outcome = 'added' AND s.caretaker IS NOT NULL
  AND NOT EXISTS (SELECT FROM building_caretaker c WHERE c.building_id = b.id AND c.email = s.caretaker AND c.until_day IS NULL);

UPDATE building_caretaker c SET until_day = greatest(i.today - 1, c.from_day)
FROM staged s JOIN building b ON b.code = s.code CROSS JOIN importing i
WHERE s.outcome = 'added' AND s.caretaker IS NOT NULL AND c.building_id = b.id AND c.email <> s.caretaker AND c.until_day IS NULL;

INSERT INTO touched
SELECT t.id FROM staged s JOIN building b ON b.code = s.code JOIN dwelling d ON d.building_id = b.id JOIN tenancy t ON t.dwelling_id = d.id
WHERE s.outcome = 'added';
