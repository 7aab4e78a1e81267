-- Positions sum every account in index order: the covering index spares them the table, which lies in booking order.
CREATE INDEX ledger_entry_position ON ledger_entry (tenancy_id, booked_on) INCLUDE (kind, category, amount_cents, due_on, recorded_at);
DROP INDEX ledger_entry_tenancy_id_booked_on_idx;
-- Finds what was recorded since a moment (which month ends to compute again) in an append-only table.
CREATE INDEX ledger_entry_recorded ON ledger_entry USING brin (recorded_at);
