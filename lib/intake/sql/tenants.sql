-- Judges staged people against what is known and saves what is new: people, their part in a tenancy, how to reach them.
ALTER TABLE staged ADD COLUMN tenancy_id int, ADD COLUMN person_id int, ADD COLUMN winner boolean NOT NULL DEFAULT false;
CREATE INDEX ON staged (number);
ANALYZE staged;

UPDATE staged s SET tenancy_id = t.id FROM tenancy t WHERE t.number = s.contract;
UPDATE staged SET outcome = 'rejected', field = 'contractnummer', code_said = 'unknown-contract', vals = jsonb_build_object('value', contract)
WHERE tenancy_id IS NULL AND outcome IS NULL;

-- Who was erased does not come back with a file that still names them; only with a contract that runs.
UPDATE staged s SET outcome = 'ignored', field = 'relatienummer', code_said = 'erased', vals = '{}'
FROM tenancy t CROSS JOIN importing i WHERE t.id = s.tenancy_id AND t.ends_on < i.today AND s.outcome IS NULL
  AND EXISTS (SELECT FROM person e WHERE e.erased_hash = encode(sha256(convert_to(s.number, 'UTF8')), 'hex'));

UPDATE staged s
SET outcome = CASE WHEN to_jsonb(s) - '{line,outcome,field,code_said,vals,changed}'::text[] = to_jsonb(f) - '{line,outcome,field,code_said,vals,changed}'::text[]
    THEN 'known' ELSE 'rejected' END,
  field = 'relatienummer', code_said = 'twice-in-file', vals = jsonb_build_object('value', s.number, 'first', f.line)
FROM (SELECT DISTINCT ON (tenancy_id, number, role) * FROM staged WHERE outcome IS NULL ORDER BY tenancy_id, number, role, line) f
WHERE (f.tenancy_id, f.number, f.role) = (s.tenancy_id, s.number, s.role) AND s.line > f.line AND s.outcome IS NULL;

-- A person in several tenancies stands on several lines: the last one tells how they are now.
UPDATE staged s SET winner = true
FROM (SELECT DISTINCT ON (number) line FROM staged WHERE outcome IS NULL ORDER BY number, line DESC) last WHERE last.line = s.line;
-- What is empty on it is unknown, not gone: the last line that tells it counts; of the phones, column by column.
CREATE TEMP TABLE several ON COMMIT DROP AS
SELECT number,
  (array_agg(initials ORDER BY line DESC) FILTER (WHERE initials IS NOT NULL))[1] AS initials,
  (array_agg(salutation ORDER BY line DESC) FILTER (WHERE salutation IS NOT NULL))[1] AS salutation,
  (array_agg(born_on ORDER BY line DESC) FILTER (WHERE born_on IS NOT NULL))[1] AS born_on,
  (array_agg(email ORDER BY line DESC) FILTER (WHERE email IS NOT NULL))[1] AS email,
  (SELECT jsonb_agg(t.phone ORDER BY t.line, t.ordinality) FROM (
    SELECT l.line, x.phone, x.ordinality, max(l.line) OVER (PARTITION BY x.phone ->> 'field') AS last
    FROM staged l CROSS JOIN LATERAL jsonb_array_elements(l.phones) WITH ORDINALITY AS x (phone, ordinality)
    WHERE l.number = o.number AND l.outcome IS NULL) t WHERE t.line = t.last) AS phones
FROM staged o WHERE outcome IS NULL GROUP BY number HAVING count(*) > 1;
CREATE INDEX ON several (number);
-- Without fresh statistics nobody seems to be a winner yet, and the planner goes over all of them for each.
ANALYZE several;
ANALYZE staged;
UPDATE staged s SET initials = coalesce(s.initials, b.initials), salutation = coalesce(s.salutation, b.salutation),
  prefix = coalesce(s.prefix, (SELECT l.prefix FROM staged l WHERE (l.number, l.last_name) = (s.number, s.last_name) AND l.prefix IS NOT NULL
    AND l.outcome IS NULL ORDER BY l.line DESC LIMIT 1)),
  born_on = coalesce(s.born_on, b.born_on), email = coalesce(s.email, b.email), phones = coalesce(b.phones, s.phones)
FROM several b WHERE s.winner AND s.number = b.number;
-- A prefix belongs to its last name: another name does not get the old one's. Somebody with initials is no firm any more.
ALTER TABLE staged ADD COLUMN new_prefix text, ADD COLUMN new_salutation text;
UPDATE staged SET new_prefix = prefix, new_salutation = salutation;
UPDATE staged s SET person_id = p.id,
  new_prefix = CASE WHEN s.last_name IS NULL OR s.last_name = p.last_name THEN coalesce(s.prefix, p.prefix) ELSE s.prefix END,
  new_salutation = CASE WHEN p.salutation = 'firm' AND s.initials IS NOT NULL THEN s.salutation ELSE coalesce(s.salutation, p.salutation) END
FROM person p WHERE p.number = s.number AND s.outcome IS NULL;

CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT DISTINCT ON (s.number, g.value) s.line, s.number, s.person_id, g.rank, g.field, g.kind, g.value
FROM staged s CROSS JOIN LATERAL (
  SELECT ordinality, p ->> 'field', p ->> 'kind', p ->> 'value' FROM jsonb_array_elements(s.phones) WITH ORDINALITY AS phone (p, ordinality)
  UNION ALL SELECT 1000, 'email', 'email', s.email) g (rank, field, kind, value)
WHERE s.winner AND g.value IS NOT NULL
ORDER BY s.number, g.value, g.rank;
CREATE INDEX ON given (number);
-- Of people that are known each number is held against the ones they have: found by person, or all of them are gone over for each.
CREATE INDEX ON given (person_id);
ANALYZE given;

UPDATE staged s
SET changed = s.person_id IS NOT NULL,
  outcome = CASE WHEN s.person_id IS NULL
    OR NOT EXISTS (SELECT FROM tenancy_person l WHERE (l.tenancy_id, l.person_id, l.role) = (s.tenancy_id, s.person_id, s.role))
    OR EXISTS (SELECT FROM tenancy_person l WHERE (l.tenancy_id, l.person_id, l.role) = (s.tenancy_id, s.person_id, s.role)
      AND l.until_day IS DISTINCT FROM coalesce(s.until_day, l.until_day))
    OR (s.winner AND EXISTS (SELECT FROM person p WHERE p.id = s.person_id AND (p.last_name <> coalesce(s.last_name, p.last_name)
      OR p.initials IS DISTINCT FROM coalesce(s.initials, p.initials) OR p.prefix IS DISTINCT FROM s.new_prefix
      OR p.born_on IS DISTINCT FROM coalesce(s.born_on, p.born_on) OR p.salutation IS DISTINCT FROM s.new_salutation)))
    OR (s.winner AND EXISTS (SELECT FROM given g WHERE g.number = s.number AND NOT EXISTS (
      SELECT FROM contact_point c WHERE c.person_id = s.person_id AND c.value = g.value AND c.ended_at IS NULL)))
    THEN 'added' ELSE 'known' END
WHERE s.outcome IS NULL;
ANALYZE staged;

-- What changes of people that are known, old beside new. A number that is replaced keeps its row.
INSERT INTO change (line, kind, field, code, vals)
SELECT s.line, 'changed', d.field, CASE WHEN d.was IS NULL THEN 'set' ELSE 'changed' END, jsonb_build_object('was', coalesce(d.was, 'none'), 'becomes', d.becomes)
FROM staged s JOIN person p ON p.id = s.person_id CROSS JOIN LATERAL (VALUES
  ('achternaam', p.last_name, s.last_name), ('tussenvoegsel', p.prefix, s.prefix), ('voorletters', p.initials, s.initials),
  ('aanhef', p.salutation, s.salutation), ('geboortedatum', p.born_on::text, s.born_on::text)) d (field, was, becomes)
WHERE s.winner AND s.outcome = 'added' AND d.becomes IS NOT NULL AND d.was IS DISTINCT FROM d.becomes
UNION ALL
SELECT g.line, 'changed', g.field, CASE WHEN was.value IS NULL THEN 'set' ELSE 'changed' END,
  jsonb_build_object('was', coalesce(was.value, 'none'), 'becomes', g.value)
FROM given g CROSS JOIN LATERAL (
  SELECT string_agg(c.value, ', ' ORDER BY c.id) AS value FROM contact_point c
  WHERE c.person_id = g.person_id AND c.file_field = g.field AND c.ended_at IS NULL
    AND NOT EXISTS (SELECT FROM given also WHERE also.person_id = c.person_id AND also.value = c.value)) was
WHERE g.person_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM contact_point c WHERE c.person_id = g.person_id AND c.value = g.value AND c.ended_at IS NULL)
UNION ALL
SELECT s.line, 'changed', 'contractnummer', 'joins', jsonb_build_object('becomes', s.contract)
FROM staged s WHERE s.outcome = 'added' AND s.person_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM tenancy_person l WHERE (l.tenancy_id, l.person_id, l.role) = (s.tenancy_id, s.person_id, s.role))
UNION ALL
SELECT s.line, 'ended', 'einddatum', 'leaves', jsonb_build_object('was', coalesce(l.until_day::text, 'none'), 'becomes', s.until_day)
FROM staged s JOIN tenancy_person l ON (l.tenancy_id, l.person_id, l.role) = (s.tenancy_id, s.person_id, s.role)
WHERE s.outcome = 'added' AND l.until_day IS DISTINCT FROM coalesce(s.until_day, l.until_day);

INSERT INTO person (number, initials, prefix, last_name, salutation, born_on, recorded_at)
SELECT s.number, s.initials, s.new_prefix, coalesce(s.last_name, s.number), s.new_salutation, s.born_on, i.moment
FROM staged s CROSS JOIN importing i WHERE s.winner AND s.outcome = 'added' ORDER BY s.line
ON CONFLICT (number) DO UPDATE SET
  last_name = coalesce((SELECT s.last_name FROM staged s WHERE s.winner AND s.number = person.number), person.last_name), initials = coalesce(excluded.initials, person.initials),
  prefix = excluded.prefix, salutation = excluded.salutation, born_on = coalesce(excluded.born_on, person.born_on);
UPDATE staged s SET person_id = p.id FROM person p WHERE p.number = s.number AND s.outcome = 'added' AND s.person_id IS NULL;
UPDATE given g SET person_id = p.id FROM person p WHERE p.number = g.number AND g.person_id IS NULL;
ANALYZE given;

INSERT INTO tenancy_person (tenancy_id, person_id, role, until_day, recorded_at)
SELECT s.tenancy_id, s.person_id, s.role, s.until_day, i.moment FROM staged s CROSS JOIN importing i WHERE s.outcome = 'added'
ON CONFLICT (tenancy_id, person_id, role) DO UPDATE SET until_day = coalesce(excluded.until_day, tenancy_person.until_day);

-- A new number in a field ends the old one of that field and keeps its row; what the desk noted is never ended by a file.
UPDATE contact_point c SET ended_at = i.moment FROM given g CROSS JOIN importing i
WHERE c.person_id = g.person_id AND c.file_field = g.field AND c.ended_at IS NULL
  AND NOT EXISTS (SELECT FROM given also WHERE also.person_id = c.person_id AND also.value = c.value);
INSERT INTO contact_point (person_id, kind, value, file_field, recorded_at)
SELECT g.person_id, g.kind, g.value, g.field, i.moment FROM given g CROSS JOIN importing i
WHERE NOT EXISTS (SELECT FROM contact_point c WHERE c.person_id = g.person_id AND c.value = g.value AND c.ended_at IS NULL)
ORDER BY g.line, g.rank;

INSERT INTO touched
SELECT l.tenancy_id FROM tenancy_person l WHERE l.person_id IN (SELECT person_id FROM staged WHERE outcome = 'added')
UNION SELECT tenancy_id FROM staged WHERE outcome = 'added';
