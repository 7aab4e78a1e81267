-- Puts one in eleven a month behind: a charge of October that nobody paid. $1 and $2 the ids after and through.
INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, recorded_at)
SELECT r.tenancy_id, 'charge', 'rent', r.net_cents + r.service_cents, '2026-10-01', '2026-10-01', 'erp', 'behind', '2026-10-01T03:00:00Z'
FROM tenancy_rent r WHERE r.tenancy_id % 11 = 0 AND r.tenancy_id > $1::int AND r.tenancy_id <= $2::int
