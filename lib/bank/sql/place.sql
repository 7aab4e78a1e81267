-- Posts bank line $1 in parts: tenancies $2, amounts $3 and charges they are for $4, decided by a person. A part that the ERP's
-- own receipt within $6 days already brought is recognised and not posted. Answers each part's entry and its source.
WITH line AS (SELECT * FROM bank_line WHERE id = $1::int),
part AS (
  SELECT p.ord, p.tenancy_id, p.amount, nullif(p.charge_id, 0) AS charge_id, duplicate.id AS duplicate_of,
    l.fingerprint || CASE WHEN cardinality($2::int[]) > 1 THEN '/' || p.ord ELSE '' END AS base
  FROM line l CROSS JOIN unnest($2::int[], $3::bigint[], $4::bigint[]) WITH ORDINALITY p (tenancy_id, amount, charge_id, ord)
  LEFT JOIN LATERAL (
    SELECT e.id FROM ledger_entry e
    WHERE e.tenancy_id = p.tenancy_id AND e.source = 'erp' AND e.kind = 'payment' AND e.amount_cents = p.amount
      AND abs(e.booked_on - l.booked_on) <= $6::int AND NOT EXISTS (SELECT FROM bank_line b WHERE b.entry_id = e.id)
      AND NOT EXISTS (SELECT FROM bank_part b WHERE b.entry_id = e.id AND b.undone_at IS NULL)
    ORDER BY abs(e.booked_on - l.booked_on), e.id LIMIT 1) duplicate ON true
),
numbered AS (
  -- A line placed before, undone and placed again gets a number of its own.
  SELECT part.*, base || coalesce('#' || nullif((SELECT count(*) FROM ledger_entry e WHERE e.source = 'bank' AND e.tenancy_id = part.tenancy_id
    AND (e.source_number = base OR starts_with(e.source_number, base || '#'))), 0), '') AS number
  FROM part
),
posted AS (
  INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, description, recorded_at)
  SELECT n.tenancy_id, 'payment', n.amount, l.booked_on, 'bank', n.number, left(coalesce(l.remittance, l.counterparty), 500), $5::timestamptz(3)
  FROM numbered n CROSS JOIN line l WHERE n.duplicate_of IS NULL ORDER BY n.ord
  RETURNING id, tenancy_id, source_number),
ended AS (
  SELECT n.ord, n.tenancy_id, n.amount, n.charge_id, coalesce(p.id, n.duplicate_of) AS entry_id, CASE WHEN p.id IS NULL THEN 'erp' ELSE 'bank' END AS source
  FROM numbered n LEFT JOIN posted p ON p.tenancy_id = n.tenancy_id AND p.source_number = n.number
),
parts AS (
  INSERT INTO bank_part (line_id, tenancy_id, entry_id, amount_cents, recorded_at)
  SELECT $1::int, tenancy_id, entry_id, amount, $5::timestamptz(3) FROM ended WHERE cardinality($2::int[]) > 1 ORDER BY ord),
named AS (
  INSERT INTO designation (tenancy_id, payment_id, amount_cents, because, said, reaches, recorded_at)
  SELECT e.tenancy_id, e.entry_id, e.amount, 'desk', jsonb_build_object('kind', 'charge', 'chargeId', e.charge_id::text),
    to_char(c.due_on, 'YYYY-MM'), $5::timestamptz(3)
  FROM ended e JOIN ledger_entry c ON c.id = e.charge_id ORDER BY e.ord),
settled AS (
  UPDATE bank_line l SET tenancy_id = first.tenancy_id, entry_id = first.entry_id, settled_at = $5::timestamptz(3),
    disposition = CASE WHEN whole.posted THEN 'posted' ELSE 'ignored' END, because = CASE WHEN whole.posted THEN 'staff' ELSE 'erp-sent-it' END
  FROM (SELECT * FROM ended ORDER BY ord LIMIT 1) first, (SELECT bool_or(source = 'bank') AS posted FROM ended) whole
  WHERE l.id = $1::int)
SELECT source FROM ended ORDER BY ord
