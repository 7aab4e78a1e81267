-- A receipt is found by its amount: somebody says on the phone what they paid.
CREATE INDEX ledger_entry_receipt_amount ON ledger_entry (amount_cents, booked_on) WHERE kind = 'payment';
