-- Collections as we sent them to the bank (pain.008), and what the bank calls the batch that it books in one amount.
CREATE TABLE collection_batch (
  id serial PRIMARY KEY,
  account_id integer NOT NULL REFERENCES bank_account (id),
  message_id text NOT NULL,
  batch_id text NOT NULL,
  collect_on date NOT NULL,
  count integer NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  file_id integer,
  recorded_at timestamptz(3) NOT NULL,
  UNIQUE (account_id, message_id, batch_id, collect_on)
);
ALTER TABLE bank_line ADD COLUMN batch text;
CREATE INDEX bank_line_batch ON bank_line (account_id, batch) WHERE batch IS NOT NULL;
