-- Posts the waiting lines in `rematched` that are certain now, except those the ERP sent itself; keeps for the others what speaks for whom.
WITH posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, description, recorded_at)
  SELECT s.tenancy_id, 'payment', l.amount_cents, l.booked_on, 'bank', l.fingerprint, left(coalesce(l.remittance, l.counterparty), 500), $1::timestamptz(3)
  FROM rematched s JOIN bank_line l ON l.id = s.line_no WHERE s.disposition = 'posted' ORDER BY s.line_no
  RETURNING id, tenancy_id, source_number)
UPDATE bank_line l SET disposition = s.disposition, because = s.because, tenancy_id = s.tenancy_id, entry_id = coalesce(p.id, s.duplicate_of),
  suggested_tenancy = s.suggested, suggestions = s.suggestions::jsonb, suspects = s.suspects::int[],
  settled_at = CASE WHEN s.disposition <> 'suspense' THEN $1::timestamptz(3) END
FROM rematched s JOIN bank_line b ON b.id = s.line_no
LEFT JOIN posted p ON s.disposition = 'posted' AND p.tenancy_id = s.tenancy_id AND p.source_number = b.fingerprint
WHERE l.id = s.line_no
