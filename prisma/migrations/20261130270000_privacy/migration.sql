-- Who saw what: one row each, added to and read, nothing else.
CREATE TABLE access_event (
  id bigserial PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  staff_id integer NOT NULL,
  what text NOT NULL,
  tenancy_id integer,
  -- What else it was: the number of a letter, of a file, how many rows.
  subject text,
  reason text,
  CONSTRAINT access_event_what CHECK (what IN ('case', 'visit', 'door', 'day', 'letter', 'letters', 'file', 'list', 'person', 'access'))
);
CREATE INDEX access_event_tenancy_id_at_idx ON access_event (tenancy_id, at);
CREATE INDEX access_event_staff_id_at_idx ON access_event (staff_id, at);
CREATE INDEX access_event_at_idx ON access_event (at);

-- Nothing of this person goes while it stands: a court case, a question of an auditor.
CREATE TABLE legal_hold (
  id serial PRIMARY KEY,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  staff_id integer,
  recorded_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_by integer
);
CREATE INDEX legal_hold_person_id_idx ON legal_hold (person_id);

-- Of the number they had a hash stays, so that a later file that still names them does not bring them back. Whoever has the housing system
-- can find the number back from it, as from the contract number.
ALTER TABLE person ADD COLUMN erased_at timestamptz(3), ADD COLUMN erased_hash text;
CREATE INDEX person_erased_hash ON person (erased_hash) WHERE erased_hash IS NOT NULL;

-- That somebody was erased, when, by whom and why; not who it was.
CREATE TABLE erasure (
  id serial PRIMARY KEY,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  because text NOT NULL,
  staff_id integer,
  at timestamptz(3) NOT NULL,
  CONSTRAINT erasure_because CHECK (because IN ('term', 'asked'))
);
CREATE INDEX erasure_person_id_idx ON erasure (person_id);

-- Books that are only added to are changed by one thing: erasing a person, by the owner of the tables. The program's role has no right to.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') AND current_setting('aanbel.erasing', true) = 'yes'
    AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: correct it with a further row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER access_event_append_only BEFORE UPDATE OR DELETE ON access_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

/*
 Takes away who somebody was: names, numbers and texts, everywhere. What was charged, paid and counted stays, under a number that says
 nothing. Tenancies that others live in, or that are not erased yet, keep what is theirs. Refused while a tenancy runs or a case is open,
 and while a legal hold stands; whether a term has passed is for who asks.
*/
CREATE FUNCTION erase_person(who integer, moment timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  mine integer[];
  known person%ROWTYPE;
  today date := (moment AT TIME ZONE 'Europe/Amsterdam')::date;
  numbers text[];
  ibans text[];
  theirs text[];
BEGIN
  SELECT * INTO known FROM person WHERE id = who FOR UPDATE;
  IF known.id IS NULL THEN RAISE EXCEPTION 'not-found' USING ERRCODE = 'no_data_found'; END IF;
  IF known.erased_at IS NOT NULL THEN RETURN 0; END IF;
  IF EXISTS (SELECT FROM legal_hold WHERE person_id = who AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'legal-hold' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (
    SELECT FROM tenancy_person tp JOIN tenancy t ON t.id = tp.tenancy_id WHERE tp.person_id = who AND tp.role IN ('tenant', 'co-tenant')
      AND (least(t.ends_on, tp.until_day) IS NULL OR least(t.ends_on, tp.until_day) >= today)
  ) THEN RAISE EXCEPTION 'tenancy-runs' USING ERRCODE = 'restrict_violation'; END IF;
  IF EXISTS (
    SELECT FROM tenancy_person tp JOIN arrears_case c ON c.tenancy_id = tp.tenancy_id AND c.closed_on IS NULL
    WHERE tp.person_id = who AND (tp.until_day IS NULL OR tp.until_day >= today)
  ) THEN RAISE EXCEPTION 'case-open' USING ERRCODE = 'restrict_violation'; END IF;
  IF EXISTS (
    SELECT FROM tenancy_person tp JOIN tenancy t ON t.id = tp.tenancy_id WHERE tp.person_id = who
      AND (least(t.ends_on, tp.until_day) IS NULL OR least(t.ends_on, tp.until_day) >= today)
  ) THEN RAISE EXCEPTION 'still-named' USING ERRCODE = 'restrict_violation'; END IF;
  -- Tenancies in which nobody else is left who is not erased, and of which nobody is held.
  mine := ARRAY(
    SELECT DISTINCT tp.tenancy_id FROM tenancy_person tp
    WHERE tp.person_id = who AND tp.role IN ('tenant', 'co-tenant') AND NOT EXISTS (
      SELECT FROM tenancy_person o JOIN person p ON p.id = o.person_id
      WHERE o.tenancy_id = tp.tenancy_id AND o.person_id <> who AND o.role IN ('tenant', 'co-tenant') AND p.erased_at IS NULL
    ) AND NOT EXISTS (
      SELECT FROM tenancy_person o JOIN legal_hold h ON h.person_id = o.person_id AND h.ended_at IS NULL WHERE o.tenancy_id = tp.tenancy_id
    )
  );
  numbers := ARRAY(
    SELECT value FROM contact_point WHERE person_id = who UNION SELECT replace(value, '+31', '0') FROM contact_point WHERE person_id = who
  );
  ibans := ARRAY(SELECT iban FROM tenancy_iban WHERE tenancy_id = ANY (mine));
  -- What is theirs alone: a surname and a birthday are others' too.
  theirs := ARRAY[known.number] || numbers || ibans;
  PERFORM set_config('aanbel.erasing', 'yes', true);

  -- What a file said of them, or of their homes, that could not be read in.
  UPDATE import_issue SET "values" = '{}'::jsonb WHERE (file_id, line) IN (
    SELECT file_id, line FROM import_issue i
    WHERE jsonb_typeof(i."values") = 'object' AND EXISTS (SELECT FROM jsonb_each_text(i."values") v WHERE string_to_array(v.value, ', ') && theirs)
  );

  DELETE FROM contact_point WHERE person_id = who;
  UPDATE attempt SET number = NULL, note = NULL WHERE person_id = who;
  UPDATE outbox_message SET recipient = '', body = '' WHERE person_id = who;
  UPDATE sms_reply SET sender = '', body = '' WHERE person_id = who OR (tenancy_id IS NULL AND sender = ANY (numbers));
  UPDATE legal_hold SET reason = '' WHERE person_id = who;
  UPDATE access_event SET reason = NULL WHERE what = 'person' AND subject = who::text AND reason IS NOT NULL;
  UPDATE person SET number = 'gewist-' || who, initials = NULL, prefix = NULL, last_name = 'Gewist', salutation = NULL, born_on = NULL,
    deceased_on = NULL, deceased_known_at = NULL, away_until = NULL, prefers = NULL, language = NULL, safety_note = NULL, safety_by = NULL,
    safety_until = NULL, know_before = '{}', erased_at = moment,
    erased_hash = encode(sha256(convert_to(known.number, 'UTF8')), 'hex')
  WHERE id = who;
  -- The change itself was remembered too.
  DELETE FROM earlier_value WHERE table_name = 'person' AND row_id = who;

  UPDATE tenancy SET payment_reference = NULL WHERE id = ANY (mine);
  DELETE FROM tenancy_iban WHERE tenancy_id = ANY (mine);
  UPDATE attempt SET number = NULL, note = NULL WHERE tenancy_id = ANY (mine);
  UPDATE disclosure SET detail = NULL, resolution = NULL WHERE tenancy_id = ANY (mine);
  UPDATE outbox_message SET recipient = '', body = '' WHERE tenancy_id = ANY (mine);
  UPDATE sms_reply SET sender = '', body = '' WHERE tenancy_id = ANY (mine);
  DELETE FROM letter_print WHERE letter_id IN (SELECT id FROM letter WHERE tenancy_id = ANY (mine));
  UPDATE letter SET about = NULL WHERE tenancy_id = ANY (mine);
  DELETE FROM case_note WHERE tenancy_id = ANY (mine);
  UPDATE visit SET note = NULL, file_note = NULL, budget = NULL WHERE tenancy_id = ANY (mine);
  UPDATE hold SET note = NULL WHERE tenancy_id = ANY (mine);
  UPDATE legal_step SET detail = NULL WHERE tenancy_id = ANY (mine);
  UPDATE eviction SET note = NULL WHERE tenancy_id = ANY (mine);
  UPDATE referral SET receipt = NULL WHERE tenancy_id = ANY (mine);
  UPDATE provisional_payment SET receipt_number = NULL WHERE tenancy_id = ANY (mine);
  UPDATE command SET answer = '{}'::jsonb, undo = '{}'::jsonb, undo_reason = NULL WHERE tenancy_id = ANY (mine);
  UPDATE bulk_row SET before = '{}'::jsonb WHERE tenancy_id = ANY (mine);
  UPDATE field_envelope SET sealed = '{}'::jsonb, detail = '{}'::jsonb, settled_note = NULL WHERE tenancy_id = ANY (mine);
  DELETE FROM early_signal WHERE tenancy_id = ANY (mine);
  DELETE FROM form_draft WHERE subject = ANY (SELECT 'dossier/' || id FROM unnest(mine) AS id)
    OR EXISTS (SELECT FROM unnest(theirs) word WHERE length(word) >= 6 AND strpos(fields::text, word) > 0);
  UPDATE designation SET words = NULL, said = CASE WHEN jsonb_typeof(said) = 'object' THEN said - 'words' ELSE said END WHERE tenancy_id = ANY (mine);
  UPDATE bank_line SET remittance = NULL, counterparty = NULL, iban = NULL, reference = NULL, end_to_end = NULL, suggestions = NULL, note = NULL
  WHERE (tenancy_id = ANY (mine) OR id IN (SELECT line_id FROM bank_part WHERE tenancy_id = ANY (mine)) OR (tenancy_id IS NULL AND iban = ANY (ibans)))
    -- Of a receipt that is for several, nothing goes while one of them still lives there.
    AND (tenancy_id IS NULL OR tenancy_id = ANY (mine))
    AND NOT EXISTS (SELECT FROM bank_part b WHERE b.line_id = bank_line.id AND b.undone_at IS NULL AND NOT b.tenancy_id = ANY (mine));
  UPDATE ledger_entry SET description = NULL WHERE tenancy_id = ANY (mine) AND description IS NOT NULL;
  DELETE FROM earlier_value WHERE table_name = 'tenancy' AND row_id = ANY (mine);
  PERFORM set_config('aanbel.erasing', 'no', true);
  RETURN coalesce(array_length(mine, 1), 0);
END $$;

-- What was seen, and what was done, go when their term is over; never sooner than a year, whoever asks.
CREATE FUNCTION forget_logs(seen_before timestamptz, done_before timestamptz) RETURNS TABLE (seen bigint, done bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF greatest(seen_before, done_before) > clock_timestamp() - interval '1 year' THEN
    RAISE EXCEPTION 'a log is kept a year at least' USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM set_config('aanbel.erasing', 'yes', true);
  WITH gone AS (DELETE FROM access_event WHERE at < seen_before RETURNING 1) SELECT count(*) INTO seen FROM gone;
  WITH gone AS (DELETE FROM audit_event WHERE at < done_before RETURNING 1) SELECT count(*) INTO done FROM gone;
  PERFORM set_config('aanbel.erasing', 'no', true);
  RETURN NEXT;
END $$;
