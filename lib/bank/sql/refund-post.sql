-- Bank line $1 paid tenancy $2 back: it takes $4 cents off each of the receipts $3, whose money was free. Recorded $5.
WITH line AS (SELECT * FROM bank_line WHERE id = $1::int),
before AS (
  -- A line placed before, undone and placed again gets a number of its own; so does each receipt after the first.
  SELECT count(*) AS entries FROM line l JOIN ledger_entry e ON e.source = 'bank' AND e.tenancy_id = $2::int
    AND (e.source_number = l.fingerprint OR starts_with(e.source_number, l.fingerprint || '#'))),
posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, reverses_id, source, source_number, description, recorded_at)
  SELECT $2::int, 'reversal', p.cents, l.booked_on, p.receipt, 'bank', l.fingerprint || coalesce('#' || nullif(before.entries + p.n - 1, 0), ''),
    left(coalesce(l.remittance, l.counterparty), 500), $5::timestamptz(3)
  FROM unnest($3::bigint[], $4::bigint[]) WITH ORDINALITY p (receipt, cents, n) CROSS JOIN line l CROSS JOIN before
  RETURNING id, amount_cents),
apart AS (
  INSERT INTO bank_part (line_id, tenancy_id, entry_id, amount_cents, recorded_at)
  SELECT $1::int, $2::int, id, amount_cents, $5::timestamptz(3) FROM posted)
UPDATE bank_line l SET disposition = 'posted', because = 'staff', tenancy_id = $2::int, entry_id = (SELECT min(id) FROM posted), settled_at = $5::timestamptz(3)
WHERE l.id = $1::int
