-- What the chain of an account's statements is read from. Balances a bank does not tell are unknown, not nil.
ALTER TABLE bank_statement ADD COLUMN kind text NOT NULL DEFAULT 'statement', ADD COLUMN sequence text,
  ADD COLUMN whole boolean NOT NULL DEFAULT false;
ALTER TABLE bank_statement ALTER COLUMN opening_cents DROP NOT NULL, ALTER COLUMN closing_cents DROP NOT NULL;

-- A break in that chain: days that are missing, balances or numbers that do not follow. Closed by a later file or by a person.
CREATE TABLE bank_gap (
  id serial PRIMARY KEY,
  account_id integer NOT NULL REFERENCES bank_account (id),
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  kind text NOT NULL CHECK (kind IN ('days', 'balance', 'sequence')),
  recorded_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  staff_id integer,
  confirmed boolean NOT NULL DEFAULT false
);
CREATE INDEX bank_gap_account ON bank_gap (account_id);

-- Which source brings the receipts of an account (null: of every account without rows of its own) from a day on; the latest row says it.
CREATE TABLE receipt_source (
  id serial PRIMARY KEY,
  account_id integer REFERENCES bank_account (id),
  source text NOT NULL CHECK (source IN ('bank', 'erp', 'first')),
  from_day date NOT NULL,
  staff_id integer,
  recorded_at timestamptz(3) NOT NULL
);
INSERT INTO receipt_source (source, from_day, recorded_at)
SELECT value ->> 'source', coalesce((value ->> 'from')::date, DATE '1900-01-01'), clock_timestamp()
FROM setting WHERE key = 'receipts-lead' AND value ->> 'source' IN ('bank', 'erp');
DELETE FROM setting WHERE key = 'receipts-lead';
