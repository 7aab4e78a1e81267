-- Judges staged units against what is known and saves what is new: dwellings by the number of the housing system.
ALTER TABLE staged ADD COLUMN building_id int, ADD COLUMN dwelling_id int;
ANALYZE staged;
UPDATE staged s SET building_id = b.id FROM building b WHERE b.code = s.building_code;
UPDATE staged SET outcome = 'rejected', field = 'complexcode', code_said = 'unknown-building', vals = jsonb_build_object('value', building_code)
WHERE building_code IS NOT NULL AND building_id IS NULL;

UPDATE staged s
SET outcome = CASE WHEN to_jsonb(s) - '{line,outcome,field,code_said,vals,changed}'::text[] = to_jsonb(f) - '{line,outcome,field,code_said,vals,changed}'::text[]
    THEN 'known' ELSE 'rejected' END,
  field = 'eenheidnummer', code_said = 'twice-in-file', vals = jsonb_build_object('value', s.number, 'first', f.line)
FROM (SELECT DISTINCT ON (number) * FROM staged WHERE outcome IS NULL ORDER BY number, line) f
WHERE f.number = s.number AND s.line > f.line AND s.outcome IS NULL;

-- A dwelling that came with a contract gets its number now.
UPDATE staged s SET dwelling_id = d.id FROM dwelling d WHERE d.number = s.number AND s.outcome IS NULL;
UPDATE staged s SET dwelling_id = d.id FROM dwelling d
WHERE s.outcome IS NULL AND s.dwelling_id IS NULL AND d.number IS NULL AND (d.kind, d.street, d.house_number, d.city) = (s.kind, s.street, s.house_number, s.city)
  AND (d.house_letter, d.addition, d.postcode) IS NOT DISTINCT FROM (s.house_letter, s.addition, s.postcode);

UPDATE staged s SET changed = s.dwelling_id IS NOT NULL,
  outcome = CASE WHEN EXISTS (SELECT FROM dwelling d WHERE d.id = s.dwelling_id
    AND (d.number, d.kind, d.street, d.house_number, d.house_letter, d.addition, d.postcode, d.city)
      IS NOT DISTINCT FROM (s.number, s.kind, s.street, s.house_number, s.house_letter, s.addition, s.postcode, s.city)
    AND d.building_id IS NOT DISTINCT FROM coalesce(s.building_id, d.building_id)) THEN 'known' ELSE 'added' END
WHERE s.outcome IS NULL;

INSERT INTO change (line, kind, field, code, vals)
SELECT s.line, 'changed', 'adres', 'changed', jsonb_build_object(
  'was', concat_ws(' ', d.street, d.house_number, d.house_letter, d.addition, d.postcode, d.city),
  'becomes', concat_ws(' ', s.street, s.house_number, s.house_letter, s.addition, s.postcode, s.city))
FROM staged s JOIN dwelling d ON d.id = s.dwelling_id WHERE s.outcome = 'added'
  AND (d.street, d.house_number, d.house_letter, d.addition, d.postcode, d.city) IS DISTINCT FROM (s.street, s.house_number, s.house_letter, s.addition, s.postcode, s.city);

INSERT INTO touched SELECT t.id FROM staged s JOIN tenancy t ON t.dwelling_id = s.dwelling_id WHERE s.outcome = 'added';
UPDATE dwelling d SET number = s.number, kind = s.kind, street = s.street, house_number = s.house_number, house_letter = s.house_letter,
  addition = s.addition, postcode = s.postcode, city = s.city, building_id = coalesce(s.building_id, d.building_id)
FROM staged s WHERE s.outcome = 'added' AND d.id = s.dwelling_id;
INSERT INTO dwelling (number, building_id, kind, street, house_number, house_letter, addition, postcode, city)
SELECT number, building_id, kind, street, house_number, house_letter, addition, postcode, city
FROM staged WHERE outcome = 'added' AND dwelling_id IS NULL ORDER BY line;
