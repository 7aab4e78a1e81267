-- Takes the receipt of bank line $1 back off the account, on its own booking day, and forgets the account number learned with it.
WITH line AS (SELECT * FROM bank_line WHERE id = $1::int),
taken_back AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, reverses_id, source, source_number, recorded_at)
  SELECT e.tenancy_id, 'reversal', e.amount_cents, e.booked_on, e.id, 'desk', 'undo ' || e.id, $2::timestamptz(3)
  FROM line JOIN ledger_entry e ON e.id = line.entry_id),
forgotten AS (
  UPDATE tenancy_iban b SET forgotten_at = $2::timestamptz(3) FROM line
  WHERE b.tenancy_id = line.tenancy_id AND b.iban = line.iban AND b.recorded_at = line.settled_at AND b.forgotten_at IS NULL)
UPDATE bank_line l SET fate = 'suspense', because = 'undone', tenancy_id = NULL, entry_id = NULL, suggested_tenancy = NULL, settled_at = NULL
WHERE l.id = $1::int
