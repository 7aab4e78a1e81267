-- Posts the reversal of payment $3 of tenancy $2 that bank line $1 reports.
WITH posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, reverses_id, source, source_number, description, return_reason, recorded_at)
  SELECT $2::int, 'reversal', -l.amount_cents, l.booked_on, $3::bigint, 'bank',
    -- A line placed before, undone and placed again gets a number of its own.
    l.fingerprint || coalesce('#' || nullif((SELECT count(*) FROM ledger_entry e WHERE e.source = 'bank' AND e.tenancy_id = $2::int
      AND (e.source_number = l.fingerprint OR e.source_number LIKE l.fingerprint || '#%')), 0), ''),
    left(coalesce(l.remittance, l.counterparty), 500), l.return_reason, $4::timestamptz(3)
  FROM bank_line l WHERE l.id = $1
  RETURNING id)
UPDATE bank_line l SET disposition = 'posted', because = 'return', tenancy_id = $2::int, entry_id = posted.id, settled_at = $4::timestamptz(3)
FROM posted WHERE l.id = $1
