-- Posts the new certain receipts and keeps every new line with its disposition. Answers what the table then holds of the posted lines, and what came
-- on the rent accounts: the two must be the same.
WITH posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, description, recorded_at)
  SELECT s.tenancy_id, 'payment', s.amount, s.booked_on, 'bank', s.fingerprint, left(coalesce(s.remittance, s.counterparty), 500), i.moment
  FROM staged_line s CROSS JOIN importing i WHERE NOT s.known AND s.disposition = 'posted' ORDER BY s.line_no
  RETURNING id, source_number, amount_cents),
kept AS (
  INSERT INTO bank_line (account_id, statement_id, file_id, page, file_line, fingerprint, amount_cents, booked_on, value_on, reference, end_to_end, remittance,
  counterparty, iban, return_reason, is_return, disposition, because, tenancy_id, entry_id, suggested_tenancy, suggestions, suspects, recorded_at, settled_at, batch)
SELECT s.account_id, s.statement_id, i.file_id, s.page, s.source_line, s.fingerprint, s.amount, s.booked_on, s.value_on, s.reference, s.end_to_end, s.remittance,
  s.counterparty, s.iban, s.return_reason, s.is_return, s.disposition, s.because, s.tenancy_id, coalesce(p.id, s.duplicate_of), s.suggested, s.suggestions::jsonb, s.suspects::int[], i.moment,
  CASE WHEN s.disposition = 'posted' THEN i.moment END, s.batch
FROM staged_line s CROSS JOIN importing i LEFT JOIN posted p ON s.disposition = 'posted' AND p.source_number = s.fingerprint
WHERE NOT s.known ORDER BY s.line_no
  RETURNING disposition, amount_cents)
SELECT kept.lines, kept.cents, ledger.lines AS "ledgerLines", ledger.cents AS "ledgerCents"
FROM (SELECT count(*)::int AS lines, coalesce(sum(amount_cents), 0)::text AS cents FROM kept WHERE disposition = 'posted') kept,
  (SELECT count(*)::int AS lines, coalesce(sum(amount_cents), 0)::text AS cents FROM posted) ledger;

INSERT INTO import_issue (file_id, line, kind, code, "values")
SELECT i.file_id, s.source_line, 'ignored', s.because, jsonb_build_object('amountCents', s.amount::text, 'bookedOn', s.booked_on)
FROM staged_line s CROSS JOIN importing i WHERE NOT s.known AND s.disposition IN ('own', 'ignored') ORDER BY s.line_no;

INSERT INTO touched SELECT DISTINCT t.id FROM staged_line s CROSS JOIN LATERAL unnest(ARRAY[s.tenancy_id, s.suggested] || s.suspects::int[]) t (id)
WHERE NOT s.known AND s.disposition IN ('posted', 'suspense') AND t.id IS NOT NULL;
