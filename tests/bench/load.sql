-- A corporation for the bench: $1 tenancies, $2 months up to November 2026, two in a hundred with something open for long.
-- Deterministic: what a household does in a month follows from a hash of both.
WITH b AS (
  INSERT INTO building (code, name, street, house_number, postcode, city)
  SELECT 'G' || n, 'Gebouw ' || n, 'Proefstraat', n::text, '3011AA', 'Rotterdam' FROM generate_series(1, $1::int / 100 + 1) n RETURNING id
), k AS (
  INSERT INTO building_caretaker (building_id, email, from_day) SELECT id, 'huismeester' || id || '@proef.nl', '2000-01-01' FROM b
), d AS (
  INSERT INTO dwelling (building_id, kind, street, house_number, city)
  SELECT 1 + n / 100, CASE WHEN n % 12 = 0 THEN 'parking' ELSE 'home' END, 'Proefstraat', n::text, 'Rotterdam'
  FROM generate_series(1, $1::int) n RETURNING id
), t AS (
  INSERT INTO tenancy (number, dwelling_id, starts_on, recorded_at) SELECT 'C' || lpad(id::text, 7, '0'), id, '2010-01-01', '2020-01-01' FROM d RETURNING id
), r AS (
  INSERT INTO tenancy_rent (tenancy_id, from_day, net_cents, service_cents, heating_cents, recorded_at)
  SELECT id, '2010-01-01', 50000 + (id % 200) * 100, 4000, 0, '2020-01-01' FROM t
), p AS (
  INSERT INTO person (number, last_name, recorded_at) SELECT 'P' || id, CASE WHEN id % 100 = 0 THEN 'Jansen' ELSE initcap(translate(substr(md5(id::text), 1, 7), '0123456789', 'ghijklmnop')) END, '2020-01-01' FROM t RETURNING id
), tp AS (
  INSERT INTO tenancy_person (tenancy_id, person_id, role, recorded_at) SELECT id, id, 'tenant', '2020-01-01' FROM p
)
INSERT INTO contact_point (person_id, kind, value, recorded_at)
SELECT id, CASE WHEN id % 20 = 0 THEN 'landline' ELSE 'mobile' END, '+316' || lpad(id::text, 8, '0'), '2020-01-01' FROM p WHERE id % 10 <> 0
