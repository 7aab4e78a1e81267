-- What the database itself refuses, whoever asks. The model is in 0001; these are its guards.

-- Ledger: amounts are positive, the kind carries the sign, each kind has its own fields.
ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_amount CHECK (amount_cents > 0 AND amount_cents <= 9007199254740991),
  ADD CONSTRAINT ledger_entry_kind CHECK (kind IN ('charge', 'payment', 'credit', 'reversal')),
  ADD CONSTRAINT ledger_entry_category CHECK (category IN ('rent', 'service', 'heating', 'settlement', 'costs', 'other')),
  ADD CONSTRAINT ledger_entry_source CHECK (source IN ('erp', 'bank', 'desk')),
  ADD CONSTRAINT ledger_entry_charge CHECK ((kind = 'charge') = (due_on IS NOT NULL) AND (kind <> 'charge' OR category IS NOT NULL)),
  ADD CONSTRAINT ledger_entry_reversal CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
  ADD CONSTRAINT ledger_entry_tenancy_fk FOREIGN KEY (tenancy_id) REFERENCES tenancy (id),
  ADD CONSTRAINT ledger_entry_reverses_fk FOREIGN KEY (reverses_id) REFERENCES ledger_entry (id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: correct it with a further row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_append_only BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A reversal takes back a payment or credit of the same tenancy, not before it, and all reversals together never more than it.
CREATE FUNCTION check_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target ledger_entry%ROWTYPE;
  taken bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7301, (NEW.reverses_id % 2147483647)::int);
  SELECT * INTO target FROM ledger_entry WHERE id = NEW.reverses_id;
  IF target.tenancy_id IS DISTINCT FROM NEW.tenancy_id OR target.kind NOT IN ('payment', 'credit') THEN
    RAISE EXCEPTION 'a reversal takes back a payment or credit of the same tenancy' USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_target';
  END IF;
  IF NEW.booked_on < target.booked_on THEN
    RAISE EXCEPTION 'a reversal is not dated before what it takes back' USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_day';
  END IF;
  SELECT coalesce(sum(amount_cents), 0) INTO taken FROM ledger_entry WHERE reverses_id = NEW.reverses_id AND id <> NEW.id;
  IF taken + NEW.amount_cents > target.amount_cents THEN
    RAISE EXCEPTION 'reversals exceed what they take back' USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_amount';
  END IF;
  RETURN NULL;
END $$;
-- After the statement's rows are in, so that two reversals in one INSERT are seen together.
CREATE CONSTRAINT TRIGGER ledger_entry_reversal_check AFTER INSERT ON ledger_entry
  FOR EACH ROW WHEN (NEW.kind = 'reversal') EXECUTE FUNCTION check_reversal();

-- One open case per tenancy.
CREATE UNIQUE INDEX arrears_case_one_open ON arrears_case (tenancy_id) WHERE closed_on IS NULL;
ALTER TABLE arrears_case ADD CONSTRAINT arrears_case_order CHECK (closed_on IS NULL OR closed_on >= opened_on);
-- One running run.
CREATE UNIQUE INDEX run_one_at_a_time ON run ((true)) WHERE status = 'running';

ALTER TABLE staff ADD CONSTRAINT staff_role CHECK (role IN ('finance', 'consultant', 'caretaker', 'management', 'admin')),
  ADD CONSTRAINT staff_email CHECK (email = lower(email));
ALTER TABLE dwelling ADD CONSTRAINT dwelling_kind CHECK (kind IN ('home', 'care', 'parking', 'commercial'));
ALTER TABLE tenancy ADD CONSTRAINT tenancy_order CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE tenancy_rent ADD CONSTRAINT tenancy_rent_amounts CHECK (net_cents >= 0 AND service_cents >= 0 AND heating_cents >= 0);
ALTER TABLE tenancy_person ADD CONSTRAINT tenancy_person_role CHECK (role IN ('tenant', 'co-tenant', 'representative', 'contact'));
ALTER TABLE contact_point ADD CONSTRAINT contact_point_kind CHECK (kind IN ('mobile', 'landline', 'unusable', 'email')),
  ADD CONSTRAINT contact_point_quality CHECK (quality IN ('plausible', 'verified', 'dead'));
ALTER TABLE import_file ADD CONSTRAINT import_file_counts CHECK (status <> 'done' OR lines = added + known + suspense + ignored + rejected);
ALTER TABLE designation ADD CONSTRAINT designation_amount CHECK (amount_cents > 0),
  ADD CONSTRAINT designation_payment_fk FOREIGN KEY (payment_id) REFERENCES ledger_entry (id),
  ADD CONSTRAINT designation_charge_fk FOREIGN KEY (charge_id) REFERENCES ledger_entry (id);
ALTER TABLE bank_line ADD CONSTRAINT bank_line_fate CHECK (disposition IN ('posted', 'suspense', 'own', 'ignored')),
  ADD CONSTRAINT bank_line_posted CHECK (disposition <> 'posted' OR (tenancy_id IS NOT NULL AND entry_id IS NOT NULL)),
  ADD CONSTRAINT bank_line_account_fk FOREIGN KEY (account_id) REFERENCES bank_account (id),
  ADD CONSTRAINT bank_line_statement_fk FOREIGN KEY (statement_id) REFERENCES bank_statement (id),
  ADD CONSTRAINT bank_line_entry_fk FOREIGN KEY (entry_id) REFERENCES ledger_entry (id);
ALTER TABLE bank_statement ADD CONSTRAINT bank_statement_account_fk FOREIGN KEY (account_id) REFERENCES bank_account (id);
ALTER TABLE payment_promise ADD CONSTRAINT payment_promise_order CHECK (promised_on >= made_on AND amount_cents > 0);
ALTER TABLE instalment ADD CONSTRAINT instalment_amount CHECK (amount_cents > 0);
ALTER TABLE hold ADD CONSTRAINT hold_order CHECK (review_on >= from_day);
ALTER TABLE outbox_message ADD CONSTRAINT outbox_message_status CHECK (status IN ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'uncertain', 'cancelled'));
ALTER TABLE own_clock ADD CONSTRAINT own_clock_single CHECK (id = 1), ADD CONSTRAINT own_clock_part CHECK (part IN ('morning', 'afternoon'));

-- Every fact about a tenancy belongs to one that exists.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['arrears_case', 'assessment', 'case_note', 'attempt', 'disclosure', 'outbox_message', 'letter', 'hold', 'payment_promise', 'arrangement', 'visit', 'caretaker_task', 'callback_card', 'referral', 'sharing_objection', 'legal_step', 'eviction', 'month_position', 'designation'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenancy_id) REFERENCES tenancy (id)', t, t || '_tenancy_fk');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['assessment', 'attempt', 'letter', 'visit', 'caretaker_task', 'referral', 'payment_promise', 'arrangement', 'legal_step', 'eviction'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (case_id) REFERENCES arrears_case (id)', t, t || '_case_fk');
  END LOOP;
END $$;
