-- Money that was noted as paid or is collected again, and that no receipt of that amount has matched: believed until its day,
-- then for somebody to find out.
CREATE VIEW money_on_its_way AS
SELECT v.* FROM provisional_payment v
WHERE v.withdrawn_at IS NULL AND NOT EXISTS (
  SELECT FROM ledger_entry e WHERE e.tenancy_id = v.tenancy_id AND e.kind = 'payment' AND e.amount_cents = v.amount_cents AND e.booked_on >= v.paid_on - 1);
