-- What the housing system says a contract owes on a day, to compare with our own ledger. Later ones are added, none is changed.
CREATE TABLE erp_balance (
  id serial PRIMARY KEY,
  tenancy_id integer NOT NULL REFERENCES tenancy (id),
  as_of date NOT NULL,
  balance_cents bigint NOT NULL,
  file_id integer,
  recorded_at timestamptz(3) NOT NULL
);
CREATE INDEX erp_balance_tenancy ON erp_balance (tenancy_id, as_of);

-- Money that is on its way: paid at the desk (pin, cash, link), or a returned debit that is collected again. It holds contact until
-- a day, and is then matched by a receipt, or raised.
CREATE TABLE provisional_payment (
  id serial PRIMARY KEY,
  tenancy_id integer NOT NULL REFERENCES tenancy (id),
  kind text NOT NULL CHECK (kind IN ('pin', 'cash', 'link', 'collection')),
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  receipt_number text,
  paid_on date NOT NULL,
  holds_until date NOT NULL CHECK (holds_until >= paid_on),
  staff_id integer,
  recorded_at timestamptz(3) NOT NULL,
  entry_id bigint REFERENCES ledger_entry (id),
  settled_at timestamptz(3),
  withdrawn_at timestamptz(3)
);
CREATE INDEX provisional_payment_tenancy ON provisional_payment (tenancy_id);
CREATE UNIQUE INDEX provisional_payment_receipt ON provisional_payment (kind, receipt_number) WHERE receipt_number IS NOT NULL AND withdrawn_at IS NULL;
