-- Posts bank line $1 as a receipt of tenancy $2, decided by a person.
WITH posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, description, recorded_at)
  SELECT $2::int, 'payment', l.amount_cents, l.booked_on, 'bank',
    -- A line placed before, undone and placed again gets a number of its own.
    l.fingerprint || coalesce('#' || nullif((SELECT count(*) FROM ledger_entry e WHERE e.source = 'bank' AND e.tenancy_id = $2::int
      AND (e.source_number = l.fingerprint OR e.source_number LIKE l.fingerprint || '#%')), 0), ''),
    left(coalesce(l.remittance, l.counterparty), 500), $3::timestamptz(3)
  FROM bank_line l WHERE l.id = $1::int
  RETURNING id)
UPDATE bank_line l SET fate = 'posted', because = 'staff', tenancy_id = $2::int, entry_id = posted.id, settled_at = $3::timestamptz(3)
FROM posted WHERE l.id = $1::int
