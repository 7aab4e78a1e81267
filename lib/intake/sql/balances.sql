-- Judges staged balances and keeps what is new; comparing them with the ledger is the next step.
ALTER TABLE staged ADD COLUMN tenancy_id int;
ANALYZE staged;
UPDATE staged s SET tenancy_id = t.id FROM tenancy t WHERE t.number = s.contract;
UPDATE staged SET outcome = 'rejected', field = 'contractnummer', code_said = 'unknown-contract', vals = jsonb_build_object('value', contract)
WHERE tenancy_id IS NULL;

UPDATE staged s SET outcome = CASE WHEN f.balance = s.balance THEN 'known' ELSE 'rejected' END,
  field = 'peildatum', code_said = 'twice-in-file', vals = jsonb_build_object('value', s.contract, 'first', f.line)
FROM (SELECT DISTINCT ON (contract, as_of) * FROM staged WHERE outcome IS NULL ORDER BY contract, as_of, line) f
WHERE (f.contract, f.as_of) = (s.contract, s.as_of) AND s.line > f.line AND s.outcome IS NULL;

-- The last one known for that day: the same again is nothing new, another one corrects it.
UPDATE staged s SET outcome = CASE WHEN last.balance_cents = s.balance THEN 'known' ELSE 'added' END, changed = last.balance_cents IS NOT NULL
FROM staged o LEFT JOIN LATERAL (
  SELECT b.balance_cents FROM erp_balance b WHERE b.tenancy_id = o.tenancy_id AND b.as_of = o.as_of ORDER BY b.id DESC LIMIT 1) last ON true
WHERE o.line = s.line AND s.outcome IS NULL;

-- What is kept is counted where it is kept, to hold against what was judged.
CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT 0::bigint AS rows, 0::numeric AS cents;
WITH balance AS (
  INSERT INTO erp_balance (tenancy_id, as_of, balance_cents, file_id, recorded_at)
  SELECT s.tenancy_id, s.as_of, s.balance, i.file_id, i.moment FROM staged s CROSS JOIN importing i WHERE s.outcome = 'added' ORDER BY s.line
  RETURNING balance_cents)
INSERT INTO kept SELECT count(*), sum(balance_cents) FROM balance;
