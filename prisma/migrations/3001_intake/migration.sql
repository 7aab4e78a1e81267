-- What real input needs beside the model: words for a refused file, where a phone number came from, receipts that two sources both sent.

ALTER TABLE import_file ADD COLUMN refusal_values jsonb, ADD COLUMN changed integer NOT NULL DEFAULT 0;
ALTER TABLE import_file ADD CONSTRAINT import_file_status CHECK (status IN ('running', 'done', 'refused', 'interrupted'));
CREATE INDEX import_file_started ON import_file (started_at);
CREATE INDEX import_issue_line ON import_issue (file_id, line);

-- The field of the ERP file that filled this row: a new value there ends this one. Null: noted at the desk, a file never ends it.
ALTER TABLE contact_point ADD COLUMN file_field text;

CREATE INDEX dwelling_address ON dwelling (postcode, house_number);

ALTER TABLE bank_line ADD COLUMN file_id integer, ADD COLUMN end_to_end text, ADD COLUMN is_return boolean NOT NULL DEFAULT false;
CREATE INDEX bank_line_file ON bank_line (file_id);
CREATE INDEX bank_line_end_to_end ON bank_line (end_to_end) WHERE end_to_end IS NOT NULL;
CREATE INDEX bank_line_entry ON bank_line (entry_id) WHERE entry_id IS NOT NULL;

-- A receipt (or its reversal) of the ERP that the bank had already reported: kept so that it is recognised for good and pairs with one bank entry only.
CREATE TABLE cross_source_duplicate (
  tenancy_id integer NOT NULL REFERENCES tenancy (id),
  source_number text NOT NULL,
  entry_id bigint NOT NULL UNIQUE REFERENCES ledger_entry (id),
  amount_cents bigint NOT NULL,
  file_id integer,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenancy_id, source_number)
);

-- A caretaker named in a file before they had an account is theirs as soon as they have one.
CREATE FUNCTION link_caretaker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE building_caretaker SET staff_id = NEW.id WHERE email = NEW.email AND staff_id IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER staff_link_caretaker AFTER INSERT OR UPDATE OF email ON staff FOR EACH ROW EXECUTE FUNCTION link_caretaker();
