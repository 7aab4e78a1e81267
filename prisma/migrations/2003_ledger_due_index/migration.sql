-- Laying out what is open reads only the newest charges of an account, from the last due day backwards.
CREATE INDEX ledger_entry_due ON ledger_entry (tenancy_id, due_on) WHERE kind = 'charge';
