-- Judges staged contract lines against what is known and saves what is new: dwellings, tenancies, dated rents, paying accounts.
ALTER TABLE staged ADD COLUMN building_id int, ADD COLUMN tenancy_id int, ADD COLUMN dwelling_id int, ADD COLUMN address text,
  ADD COLUMN master boolean NOT NULL DEFAULT false, ADD COLUMN rent_news boolean NOT NULL DEFAULT false;
CREATE INDEX ON staged (number);
ANALYZE staged;

UPDATE staged s SET building_id = b.id FROM building b WHERE b.code = s.building_code;
UPDATE staged SET outcome = 'rejected', field = 'complexcode', code_said = 'unknown-building', vals = jsonb_build_object('value', building_code)
WHERE building_code IS NOT NULL AND building_id IS NULL;

-- A line that only names its unit has the unit's kind and address.
UPDATE staged s SET dwelling_id = d.id, kind = coalesce(s.kind, d.kind), street = coalesce(s.street, d.street),
  house_number = CASE WHEN s.street IS NULL THEN d.house_number ELSE s.house_number END,
  house_letter = CASE WHEN s.street IS NULL THEN d.house_letter ELSE s.house_letter END,
  addition = CASE WHEN s.street IS NULL THEN d.addition ELSE s.addition END,
  postcode = coalesce(s.postcode, d.postcode), city = coalesce(s.city, d.city), building_id = coalesce(s.building_id, d.building_id)
FROM dwelling d WHERE d.number = s.unit_number;
UPDATE staged SET outcome = 'rejected', field = 'eenheidnummer', code_said = 'unknown-unit', vals = jsonb_build_object('value', unit_number)
WHERE outcome IS NULL AND dwelling_id IS NULL AND (street IS NULL OR kind IS NULL OR city IS NULL);

-- The same contract and rent day twice: the first line stands.
UPDATE staged s
SET outcome = CASE WHEN to_jsonb(s) - '{line,outcome,field,code_said,vals,changed}'::text[] = to_jsonb(f) - '{line,outcome,field,code_said,vals,changed}'::text[]
    THEN 'known' ELSE 'rejected' END,
  field = 'huur_per', code_said = 'twice-in-file', vals = jsonb_build_object('value', s.number, 'first', f.line)
FROM (SELECT DISTINCT ON (number, rent_from) * FROM staged WHERE outcome IS NULL ORDER BY number, rent_from, line) f
WHERE f.number = s.number AND f.rent_from IS NOT DISTINCT FROM s.rent_from AND s.line > f.line AND s.outcome IS NULL;

UPDATE staged s SET tenancy_id = t.id FROM tenancy t WHERE t.number = s.number;
UPDATE staged s SET outcome = 'rejected', field = 'ingangsdatum', code_said = 'end-before-start',
  vals = jsonb_build_object('startsOn', s.starts_on, 'endsOn', t.ends_on)
FROM tenancy t WHERE t.id = s.tenancy_id AND s.outcome IS NULL AND s.ends_on IS NULL AND NOT s.open_ended AND t.ends_on < s.starts_on;

-- What a contract is now is told by its line with the latest rent, unless a later rent is already known: an old file changes no newer fact.
UPDATE staged s SET master = true
FROM (SELECT DISTINCT ON (number) line FROM staged WHERE outcome IS NULL ORDER BY number, rent_from DESC NULLS LAST, line DESC) last
WHERE last.line = s.line AND NOT EXISTS (
  SELECT FROM tenancy_rent r WHERE r.tenancy_id = s.tenancy_id AND r.from_day > s.rent_from);

UPDATE staged s SET rent_news = s.rent_from IS NOT NULL AND NOT EXISTS (
  SELECT FROM tenancy_rent r WHERE r.tenancy_id = s.tenancy_id AND r.from_day = s.rent_from
    AND (r.net_cents, r.service_cents, r.heating_cents) = (s.net, s.service, s.heating))
WHERE s.outcome IS NULL;

-- Dwellings are the same when kind and address are: one text for all of it, so that they are found in one pass.
CREATE TEMP TABLE address ON COMMIT DROP AS
SELECT id, concat_ws('|', kind, street, house_number, coalesce(house_letter, ''), coalesce(addition, ''), coalesce(postcode, ''), city) AS key FROM dwelling;
ANALYZE address;
UPDATE staged SET address = concat_ws('|', kind, street, house_number, coalesce(house_letter, ''), coalesce(addition, ''), coalesce(postcode, ''), city)
WHERE master AND outcome IS NULL;
UPDATE staged s SET dwelling_id = a.id FROM (SELECT key, min(id) AS id FROM address GROUP BY key) a WHERE a.key = s.address AND s.dwelling_id IS NULL;

WITH made AS (
  INSERT INTO dwelling (building_id, kind, street, house_number, house_letter, addition, postcode, city, number)
  SELECT DISTINCT ON (address) building_id, kind, street, house_number, house_letter, addition, postcode, city, unit_number
  FROM staged WHERE address IS NOT NULL AND dwelling_id IS NULL ORDER BY address, line
  RETURNING id, concat_ws('|', kind, street, house_number, coalesce(house_letter, ''), coalesce(addition, ''), coalesce(postcode, ''), city) AS key)
UPDATE staged s SET dwelling_id = made.id FROM made WHERE made.key = s.address;

-- Of a contract that is over and whose tenants were erased, what says who they were does not come back.
UPDATE staged s SET iban = NULL, payment_reference = NULL
FROM tenancy t CROSS JOIN importing i WHERE t.id = s.tenancy_id AND t.ends_on < i.today
  AND EXISTS (SELECT FROM tenancy_person tp WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant'))
  AND NOT EXISTS (SELECT FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
    WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND p.erased_at IS NULL);

UPDATE staged s
SET changed = s.tenancy_id IS NOT NULL,
  outcome = CASE WHEN s.rent_news OR s.tenancy_id IS NULL OR (s.master AND EXISTS (
    SELECT FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id
    WHERE t.id = s.tenancy_id AND (t.dwelling_id <> s.dwelling_id OR t.starts_on <> s.starts_on
      OR CASE WHEN s.open_ended THEN t.ends_on < '9999-12-31' ELSE t.ends_on IS DISTINCT FROM coalesce(s.ends_on, t.ends_on) END
      OR t.payment_method IS DISTINCT FROM coalesce(s.payment_method, t.payment_method)
      OR t.payment_reference IS DISTINCT FROM coalesce(s.payment_reference, t.payment_reference)
      OR d.building_id IS DISTINCT FROM coalesce(s.building_id, d.building_id)
      OR (s.iban IS NOT NULL AND NOT EXISTS (SELECT FROM tenancy_iban b WHERE b.tenancy_id = t.id AND b.iban = s.iban)))))
    THEN 'added' ELSE 'known' END
WHERE s.outcome IS NULL;
ANALYZE staged;

-- What changes of contracts that are known, old beside new.
INSERT INTO change (line, kind, field, code, vals)
SELECT s.line, CASE WHEN d.field = 'einddatum' AND d.becomes <> '9999-12-31' THEN 'ended' ELSE 'changed' END, d.field,
  CASE WHEN d.field = 'einddatum' THEN CASE WHEN d.becomes = '9999-12-31' THEN 'goes-on' ELSE 'ends' END
    WHEN d.field = 'betaalwijze' THEN 'payment-method' WHEN d.was IS NULL THEN 'set' ELSE 'changed' END,
  jsonb_build_object('was', coalesce(d.was, 'none'), 'becomes', d.becomes)
FROM staged s JOIN tenancy t ON t.id = s.tenancy_id JOIN dwelling o ON o.id = t.dwelling_id
CROSS JOIN LATERAL (VALUES
  ('ingangsdatum', t.starts_on::text, s.starts_on::text),
  ('einddatum', t.ends_on::text, s.ends_on::text),
  ('betaalwijze', replace(t.payment_method, 'direct-', ''), replace(s.payment_method, 'direct-', '')),
  ('betalingskenmerk', t.payment_reference, s.payment_reference),
  ('complexcode', (SELECT code FROM building WHERE id = o.building_id), s.building_code),
  ('adres', concat_ws(' ', o.street, o.house_number, o.house_letter, o.addition, o.postcode, o.city),
    concat_ws(' ', s.street, s.house_number, s.house_letter, s.addition, s.postcode, s.city)),
  ('iban', (SELECT string_agg(b.iban, ', ' ORDER BY b.id) FROM tenancy_iban b WHERE b.tenancy_id = t.id AND b.forgotten_at IS NULL),
    (SELECT s.iban WHERE NOT EXISTS (SELECT FROM tenancy_iban b WHERE b.tenancy_id = t.id AND b.iban = s.iban)))) d (field, was, becomes)
WHERE s.master AND s.outcome = 'added' AND d.becomes IS NOT NULL AND d.was IS DISTINCT FROM d.becomes
UNION ALL
-- A cancelled end is written as an empty one: the tenancy runs again, and somebody should see that it does.
SELECT s.line, 'noted', 'einddatum', 'end-emptied', jsonb_build_object('was', t.ends_on)
FROM staged s JOIN tenancy t ON t.id = s.tenancy_id
WHERE s.master AND s.outcome = 'added' AND s.open_ended AND t.ends_on < '9999-12-31'
UNION ALL
SELECT s.line, 'changed', 'nettohuur', CASE WHEN r.cents IS NULL THEN 'rent-set' ELSE 'rent' END,
  jsonb_build_object('from', s.rent_from, 'wasCents', coalesce(r.cents, 0)::text, 'becomesCents', (s.net + s.service + s.heating)::text)
FROM staged s LEFT JOIN LATERAL (
  SELECT r.net_cents + r.service_cents + r.heating_cents AS cents FROM tenancy_rent r
  WHERE r.tenancy_id = s.tenancy_id AND r.from_day <= s.rent_from ORDER BY r.from_day DESC LIMIT 1) r ON true
WHERE s.outcome = 'added' AND s.rent_news AND s.tenancy_id IS NOT NULL;

UPDATE dwelling d SET building_id = s.building_id FROM staged s
WHERE s.master AND s.outcome = 'added' AND s.building_id IS NOT NULL AND d.id = s.dwelling_id AND d.building_id IS DISTINCT FROM s.building_id;

INSERT INTO tenancy (number, dwelling_id, starts_on, ends_on, payment_method, payment_reference, recorded_at)
SELECT s.number, s.dwelling_id, s.starts_on, s.ends_on, s.payment_method, s.payment_reference, i.moment
FROM staged s CROSS JOIN importing i WHERE s.master AND s.outcome = 'added' ORDER BY s.line
ON CONFLICT (number) DO UPDATE SET dwelling_id = excluded.dwelling_id, starts_on = excluded.starts_on,
  ends_on = CASE WHEN EXISTS (SELECT FROM staged s WHERE s.master AND s.open_ended AND s.number = excluded.number) THEN NULL
    ELSE coalesce(excluded.ends_on, tenancy.ends_on) END,
  payment_method = coalesce(excluded.payment_method, tenancy.payment_method),
  payment_reference = coalesce(excluded.payment_reference, tenancy.payment_reference);
UPDATE staged s SET tenancy_id = t.id FROM tenancy t WHERE t.number = s.number AND s.outcome = 'added' AND s.tenancy_id IS NULL;

INSERT INTO tenancy_rent (tenancy_id, from_day, net_cents, service_cents, heating_cents, recorded_at)
SELECT s.tenancy_id, s.rent_from, s.net, s.service, s.heating, i.moment
FROM staged s CROSS JOIN importing i WHERE s.outcome = 'added' AND s.rent_news
ON CONFLICT (tenancy_id, from_day) DO UPDATE
SET net_cents = excluded.net_cents, service_cents = excluded.service_cents, heating_cents = excluded.heating_cents;

-- An account that staff told us to forget is not learned again from a file.
INSERT INTO tenancy_iban (tenancy_id, iban, recorded_at)
SELECT s.tenancy_id, s.iban, i.moment FROM staged s CROSS JOIN importing i
WHERE s.master AND s.outcome = 'added' AND s.iban IS NOT NULL
  AND NOT EXISTS (SELECT FROM tenancy_iban b WHERE b.tenancy_id = s.tenancy_id AND b.iban = s.iban);

INSERT INTO touched SELECT DISTINCT tenancy_id FROM staged WHERE outcome = 'added';
