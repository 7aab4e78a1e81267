-- What each reversal takes back: an entry of the same contract, in the ledger, known from the bank, or elsewhere in this file.
UPDATE staged s SET target_id = e.id FROM ledger_entry e
WHERE s.kind = 'reversal' AND s.outcome IS NULL AND (e.tenancy_id, e.source, e.source_number) = (s.tenancy_id, 'erp', s.takes_back);
UPDATE staged s SET target_id = w.entry_id FROM cross_source_duplicate w
WHERE s.kind = 'reversal' AND s.outcome IS NULL AND s.target_id IS NULL AND (w.tenancy_id, w.source_number) = (s.tenancy_id, s.takes_back);
UPDATE staged s SET target_line = f.line FROM staged f
WHERE s.kind = 'reversal' AND s.outcome IS NULL AND s.target_id IS NULL AND f.outcome IS NULL
  AND (f.contract, f.number) = (s.contract, s.takes_back) AND f.line <> s.line;

UPDATE staged s SET outcome = 'rejected', field = 'tegenmutatie', code_said = 'unknown-counter-entry', vals = jsonb_build_object('value', s.takes_back)
WHERE s.kind = 'reversal' AND s.outcome IS NULL AND s.target_id IS NULL AND s.target_line IS NULL;
-- A clearer word where the reason can be seen.
UPDATE staged s SET code_said = 'foreign-counter-entry' FROM ledger_entry e
WHERE s.code_said = 'unknown-counter-entry' AND e.source = 'erp' AND e.source_number = s.takes_back;
UPDATE staged s SET code_said = 'foreign-counter-entry' FROM staged f
WHERE s.code_said = 'unknown-counter-entry' AND f.number = s.takes_back AND f.contract <> s.contract;
