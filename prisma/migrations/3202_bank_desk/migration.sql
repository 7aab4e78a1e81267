-- Acts at the desk of suspense by the form's own id: sent twice, one counts and answers the same.
CREATE TABLE bank_command (
  id uuid PRIMARY KEY,
  action text NOT NULL,
  staff_id integer,
  answer jsonb NOT NULL DEFAULT '{}',
  at timestamptz(3) NOT NULL
);

-- The parts of a line that pays for several tenancies or terms. Undone ones stay, with the moment.
CREATE TABLE bank_part (
  id serial PRIMARY KEY,
  line_id integer NOT NULL REFERENCES bank_line (id),
  tenancy_id integer NOT NULL REFERENCES tenancy (id),
  entry_id bigint NOT NULL REFERENCES ledger_entry (id),
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  recorded_at timestamptz(3) NOT NULL,
  undone_at timestamptz(3)
);
CREATE INDEX bank_part_line ON bank_part (line_id);
CREATE INDEX bank_part_entry ON bank_part (entry_id);

-- Why a line was set aside, and from which line an account number was learned.
ALTER TABLE bank_line ADD COLUMN note text;
ALTER TABLE tenancy_iban ADD COLUMN line_id integer REFERENCES bank_line (id);
CREATE INDEX bank_line_tenancy ON bank_line (tenancy_id, booked_on) WHERE tenancy_id IS NOT NULL;
