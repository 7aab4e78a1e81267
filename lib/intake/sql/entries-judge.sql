-- Judges staged ledger entries against what is known, up to the two questions that need an order: receipts also sent by the bank, and reversals.
ALTER TABLE staged ADD COLUMN tenancy_id int, ADD COLUMN target_line int, ADD COLUMN target_id bigint;
CREATE INDEX ON staged (contract, number);
ANALYZE staged;

UPDATE staged s SET tenancy_id = t.id FROM tenancy t WHERE t.number = s.contract;
UPDATE staged SET outcome = 'rejected', field = 'contractnummer', code_said = 'unknown-contract', vals = jsonb_build_object('value', contract)
WHERE tenancy_id IS NULL;

-- The same number twice in one contract: the first line stands.
UPDATE staged s
SET outcome = CASE WHEN (s.kind, s.category, s.amount, s.booked_on, s.due_on, s.takes_back)
    IS NOT DISTINCT FROM (f.kind, f.category, f.amount, f.booked_on, f.due_on, f.takes_back) THEN 'known' ELSE 'rejected' END,
  field = 'mutatienummer', code_said = 'twice-in-file', vals = jsonb_build_object('value', s.number, 'first', f.line)
FROM (SELECT DISTINCT ON (contract, number) * FROM staged WHERE outcome IS NULL ORDER BY contract, number, line) f
WHERE (f.contract, f.number) = (s.contract, s.number) AND s.line > f.line AND s.outcome IS NULL;

-- Already in the ledger: the ledger is append-only, so other content under the same number is refused.
UPDATE staged s
SET outcome = CASE WHEN (s.kind, s.category, s.amount, s.booked_on, s.due_on)
      IS NOT DISTINCT FROM (e.kind, e.category, e.amount_cents, e.booked_on, e.due_on)
      AND (s.kind <> 'reversal' OR coalesce((SELECT w.source_number FROM cross_source_duplicate w WHERE w.entry_id = e.reverses_id), back.source_number) = s.takes_back)
    THEN 'known' ELSE 'rejected' END,
  field = 'mutatienummer', code_said = 'number-with-other-content',
  vals = jsonb_build_object('value', s.number, 'bookedOn', e.booked_on, 'amountCents', e.amount_cents::text)
FROM ledger_entry e LEFT JOIN ledger_entry back ON back.id = e.reverses_id
WHERE e.tenancy_id = s.tenancy_id AND e.source = 'erp' AND e.source_number = s.number AND s.outcome IS NULL;

UPDATE staged s SET outcome = 'known'
FROM cross_source_duplicate w WHERE (w.tenancy_id, w.source_number) = (s.tenancy_id, s.number) AND w.amount_cents = s.amount AND s.outcome IS NULL;

-- What came before the account was opened is in its opening balance.
UPDATE staged s SET outcome = 'ignored', field = 'boekdatum', code_said = 'before-opening', vals = jsonb_build_object('openedOn', o.on)
FROM (SELECT DISTINCT tenancy_id AS id FROM staged WHERE tenancy_id IS NOT NULL) a
CROSS JOIN LATERAL (SELECT max(e.booked_on) AS on FROM ledger_entry e WHERE e.tenancy_id = a.id AND e.source = 'opening') o
WHERE a.id = s.tenancy_id AND s.booked_on <= o.on AND s.outcome IS NULL;

-- One source leads for receipts when that is chosen: for the account the tenancy last paid into, else for all of them together.
UPDATE staged s SET outcome = 'ignored', field = 'soort', code_said = 'bank-leads', vals = '{}'
FROM (
  SELECT r.line, (
    SELECT l.source FROM receipt_source l
    WHERE l.from_day <= r.booked_on AND l.account_id IS NOT DISTINCT FROM (
      SELECT c.account_id FROM receipt_source c WHERE c.account_id = paid.account_id OR c.account_id IS NULL ORDER BY c.account_id NULLS LAST LIMIT 1)
    ORDER BY l.id DESC LIMIT 1) AS source
  FROM staged r LEFT JOIN LATERAL (
    SELECT b.account_id FROM bank_line b WHERE b.tenancy_id = r.tenancy_id AND b.disposition IN ('posted', 'ignored') ORDER BY b.booked_on DESC LIMIT 1) paid ON true
  WHERE r.kind IN ('payment', 'reversal') AND r.outcome IS NULL AND EXISTS (SELECT FROM receipt_source)
) led WHERE led.line = s.line AND led.source = 'bank';
