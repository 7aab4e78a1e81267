-- The December rent of a slice of tenancies: $1 and $2 the ids after and through. Most pay at once.
WITH rent AS (
  SELECT tenancy_id, net_cents + service_cents AS amount FROM tenancy_rent WHERE tenancy_id > $1::int AND tenancy_id <= $2::int
)
INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, recorded_at)
SELECT tenancy_id, 'charge', 'rent', amount, DATE '2026-12-01', DATE '2026-12-01', 'erp', '202612v', TIMESTAMPTZ '2026-12-01T03:00:00Z' FROM rent
UNION ALL
SELECT tenancy_id, 'payment', NULL, amount, DATE '2026-12-01', NULL, 'erp', '202612o', TIMESTAMPTZ '2026-12-01T03:00:00Z' FROM rent WHERE tenancy_id % 100 < 85
