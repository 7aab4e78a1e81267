-- New receipts of this batch whose text may name what they are for; judged when the whole file is in.
INSERT INTO remittance SELECT l.id, l.tenancy_id, l.entry_id, l.amount_cents, NULL
FROM staged_line s JOIN bank_line l ON l.account_id = s.account_id AND l.fingerprint = s.fingerprint
WHERE s.names_purpose AND NOT s.known AND l.entry_id IS NOT NULL AND l.amount_cents > 0
