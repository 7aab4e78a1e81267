-- Saves what was judged good: first everything that stands by itself, then the reversals, which name what they take back.
UPDATE staged SET outcome = 'added' WHERE outcome IS NULL;
-- What was true of the staged rows when they came in no longer is: tell the planner, or it walks them row by row.
ANALYZE staged;

-- What is kept is counted where it is kept, to hold against what was judged.
CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT 0::bigint AS rows, 0::numeric AS cents;
WITH entry AS (
  INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, description, recorded_at)
  SELECT s.tenancy_id, s.kind, s.category, s.amount, s.booked_on, s.due_on, 'erp', s.number, s.description, i.moment
  FROM staged s CROSS JOIN importing i WHERE s.outcome = 'added' AND s.kind <> 'reversal' ORDER BY s.line
  RETURNING amount_cents)
INSERT INTO kept SELECT count(*), sum(amount_cents) FROM entry;

CREATE TEMP TABLE back ON COMMIT DROP AS
SELECT r.line, f.tenancy_id, f.number FROM staged r JOIN staged f ON f.line = r.target_line WHERE r.outcome = 'added' AND r.kind = 'reversal';
ANALYZE back;
UPDATE staged s SET target_id = e.id FROM back b JOIN ledger_entry e ON (e.tenancy_id, e.source, e.source_number) = (b.tenancy_id, 'erp', b.number)
WHERE s.line = b.line;

WITH entry AS (
  INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, reverses_id, source, source_number, description, recorded_at)
  SELECT s.tenancy_id, s.kind, s.category, s.amount, s.booked_on, s.target_id, 'erp', s.number, s.description, i.moment
  FROM staged s CROSS JOIN importing i WHERE s.outcome = 'added' AND s.kind = 'reversal' ORDER BY s.line
  RETURNING amount_cents)
INSERT INTO kept SELECT count(*), sum(amount_cents) FROM entry;

INSERT INTO touched SELECT DISTINCT tenancy_id FROM staged WHERE outcome = 'added';
