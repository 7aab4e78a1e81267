-- The lines of statement $1 (at most $2) and what became of each: on which rent accounts, why, and what together made it certain.
SELECT l.id, l.amount_cents::text AS cents, l.booked_on::text AS "bookedOn", l.counterparty, l.remittance, l.return_reason AS "returnReason",
  l.disposition, l.because, l.note, l.entry_id::text AS "entryId", coalesce(CASE WHEN l.disposition = 'posted' THEN l.suggestions -> 0 -> 'facts' END, '[]')::text AS facts,
  coalesce((
    SELECT json_agg(json_build_object('tenancyId', t.id, 'number', t.number, 'cents', p.amount::text, 'names', (
      SELECT string_agg(concat_ws(' ', who.initials, who.prefix, who.last_name), ' en ' ORDER BY tp.id) FROM tenancy_person tp
      JOIN person who ON who.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant'))) ORDER BY p.ord)
    FROM (
      SELECT b.tenancy_id, b.amount_cents AS amount, b.id AS ord FROM bank_part b WHERE b.line_id = l.id AND b.undone_at IS NULL
      UNION ALL
      SELECT l.tenancy_id, abs(l.amount_cents), 0 WHERE NOT EXISTS (SELECT FROM bank_part b WHERE b.line_id = l.id AND b.undone_at IS NULL)
    ) p JOIN tenancy t ON t.id = p.tenancy_id), '[]')::text AS places
FROM bank_line l WHERE l.statement_id = $1::int ORDER BY l.id LIMIT $2::int
