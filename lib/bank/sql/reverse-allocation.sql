-- Takes what bank line $1 posted back off the accounts, each on its own booking day; forgets the account number learned with it.
-- A receipt is taken back by a reversal. A return's reversal cannot be reversed: what it took away is booked again.
WITH line AS (SELECT * FROM bank_line WHERE id = $1::int),
entry AS (
  SELECT e.* FROM ledger_entry e WHERE e.source = 'bank' AND e.id IN (
    SELECT entry_id FROM line UNION SELECT entry_id FROM bank_part WHERE line_id = $1::int AND undone_at IS NULL)),
taken_back AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, reverses_id, source, source_number, recorded_at)
  SELECT tenancy_id, CASE kind WHEN 'payment' THEN 'reversal' ELSE 'payment' END, amount_cents, booked_on,
    CASE kind WHEN 'payment' THEN id END, 'desk', 'undo ' || id, $2::timestamptz(3)
  FROM entry),
unnamed AS (
  UPDATE designation d SET undone_at = $2::timestamptz(3) FROM entry WHERE d.payment_id = entry.id AND d.undone_at IS NULL),
apart AS (UPDATE bank_part SET undone_at = $2::timestamptz(3) WHERE line_id = $1::int AND undone_at IS NULL)
UPDATE tenancy_iban SET forgotten_at = $2::timestamptz(3) WHERE line_id = $1::int AND forgotten_at IS NULL
