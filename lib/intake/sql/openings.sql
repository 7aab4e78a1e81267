-- Opens the accounts of this file that start mid-life with the balance of the day before their first entry: debt as the latest months at the
-- rent of then, what is left in the oldest of them; credit as free money. Once, and never of a tenancy that began after that day.
CREATE TEMP TABLE opened ON COMMIT DROP AS
WITH asked AS (SELECT DISTINCT tenancy_id AS id FROM staged WHERE tenancy_id IS NOT NULL),
balance AS (
  SELECT a.id, t.starts_on, b.as_of, b.balance_cents AS cents
  FROM asked a JOIN tenancy t ON t.id = a.id
  CROSS JOIN LATERAL (SELECT min(e.booked_on) AS on FROM ledger_entry e WHERE e.tenancy_id = a.id) first
  CROSS JOIN LATERAL (SELECT b.* FROM erp_balance b WHERE b.tenancy_id = a.id AND b.as_of = first.on - 1 ORDER BY b.id DESC LIMIT 1) b
  WHERE t.starts_on <= b.as_of AND b.balance_cents <> 0),
months AS (
  SELECT b.*, m.due_on, m.n, rent.cents AS rent, sum(rent.cents) OVER (PARTITION BY b.id ORDER BY m.n) AS upto, max(m.n) OVER (PARTITION BY b.id) AS oldest
  FROM balance b
  CROSS JOIN LATERAL (
    SELECT n, (date_trunc('month', b.as_of::timestamp) - n * interval '1 month')::date AS due_on FROM generate_series(0, 119) n) m
  CROSS JOIN LATERAL (
    SELECT r.net_cents + r.service_cents + r.heating_cents AS cents FROM tenancy_rent r WHERE r.tenancy_id = b.id
    ORDER BY r.from_day <= m.due_on DESC, CASE WHEN r.from_day <= m.due_on THEN r.from_day END DESC, r.from_day LIMIT 1) rent
  WHERE b.cents > 0 AND rent.cents > 0 AND (m.n = 0 OR m.due_on >= date_trunc('month', b.starts_on::timestamp)))
SELECT id, 'charge' AS kind, 'rent' AS category, CASE WHEN n = oldest THEN cents - upto + rent ELSE least(rent, cents - upto + rent) END AS cents, as_of, due_on,
  'opening-' || to_char(due_on, 'YYYY-MM') AS number, 'Openstaand bij de start' AS words
FROM months WHERE cents > upto - rent
UNION ALL
SELECT id, 'payment', NULL, -cents, as_of, NULL, 'opening', 'Tegoed bij de start' FROM balance WHERE cents < 0;
INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, description, recorded_at)
SELECT o.id, o.kind, o.category, o.cents, o.as_of, o.due_on, 'opening', o.number, o.words, i.moment FROM opened o CROSS JOIN importing i ORDER BY o.id, o.due_on;
INSERT INTO touched SELECT DISTINCT id FROM opened;
DROP TABLE opened
