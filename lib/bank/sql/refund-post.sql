-- Bank line $1 paid tenancy $2 back: a charge of that day, which the credit it came from pays. Nothing else is owed by it.
WITH posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, description, recorded_at)
  SELECT $2::int, 'charge', 'other', -l.amount_cents, l.booked_on, l.booked_on, 'bank',
    -- A line placed before, undone and placed again gets a number of its own.
    l.fingerprint || coalesce('#' || nullif((SELECT count(*) FROM ledger_entry e WHERE e.source = 'bank' AND e.tenancy_id = $2::int
      AND (e.source_number = l.fingerprint OR starts_with(e.source_number, l.fingerprint || '#'))), 0), ''),
    left(coalesce(l.remittance, l.counterparty), 500), $3::timestamptz(3)
  FROM bank_line l WHERE l.id = $1::int
  RETURNING id)
UPDATE bank_line l SET fate = 'posted', because = 'staff', tenancy_id = $2::int, entry_id = posted.id, settled_at = $3::timestamptz(3)
FROM posted WHERE l.id = $1::int
