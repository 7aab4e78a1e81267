-- The whole model as it stood on 30 November 2026. Tables, keys and indexes are as Prisma writes them from prisma/schema; what
-- Prisma cannot say (functions, triggers, checks, partial indexes) follows below them.
-- Functions come first, since a default calls one; what they read is made after them.
SET check_function_bodies = off;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: correct it with a further row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

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

-- A caretaker named in a file before they had an account is theirs as soon as they have one.
CREATE FUNCTION link_caretaker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE building_caretaker SET staff_id = NEW.id WHERE email = NEW.email AND staff_id IS NULL;
  RETURN NULL;
END $$;

-- Now, as the database's own clock tells it (the same as lib/platform/clock), or real time.
CREATE FUNCTION clock_moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT ((day + CASE part WHEN 'morning' THEN time '09:00' ELSE time '13:30' END) AT TIME ZONE 'Europe/Amsterdam')
      + least(greatest(date_trunc('milliseconds', clock_timestamp()) - set_at, interval '0'), interval '150 minutes')
    FROM own_clock WHERE id = 1
  ), date_trunc('milliseconds', clock_timestamp()))
$$;

-- Named fields that changed keep what they were. Of a text about safety only that there is one.
CREATE FUNCTION keep_earlier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  field text;
BEGIN
  FOREACH field IN ARRAY TG_ARGV LOOP
    IF before -> field IS DISTINCT FROM after -> field THEN
      INSERT INTO earlier_value (table_name, row_id, field, value, until_at)
      VALUES (TG_TABLE_NAME, OLD.id, field, CASE WHEN field = 'safety_note' THEN ((before ->> field) IS NOT NULL)::text ELSE before ->> field END, clock_moment());
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- What a field of a register said at a moment: what it says now, unless it was changed later.
CREATE FUNCTION value_at(of_table text, of_row int, of_field text, now_says text, known timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (
    SELECT FROM earlier_value e WHERE e.table_name = of_table AND e.row_id = of_row AND e.field = of_field AND e.until_at > known
  ) THEN (
    SELECT e.value FROM earlier_value e WHERE e.table_name = of_table AND e.row_id = of_row AND e.field = of_field AND e.until_at > known
    ORDER BY e.until_at, e.id LIMIT 1
  ) ELSE now_says END
$$;

CREATE FUNCTION guard_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a version of the policy is withdrawn, not deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'version % was withdrawn', OLD.version USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.id, OLD.version, OLD.name, OLD.based_on, OLD.made_by, OLD.recorded_at)
    IS DISTINCT FROM (NEW.id, NEW.version, NEW.name, NEW.based_on, NEW.made_by, NEW.recorded_at)
    OR OLD.activated_at IS NOT NULL AND (OLD."values", OLD.reason, OLD.changed_at, OLD.effective_from, OLD.activated_by, OLD.activated_at, OLD.shadow_since)
    IS DISTINCT FROM (NEW."values", NEW.reason, NEW.changed_at, NEW.effective_from, NEW.activated_by, NEW.activated_at, NEW.shadow_since) THEN
    RAISE EXCEPTION 'version % is in force or will be: make a new one', OLD.version USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_line_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := clock_moment();
  INSERT INTO bank_line_before (line_id, disposition, tenancy_id, suspects, since, until_at)
  VALUES (OLD.id, OLD.disposition, OLD.tenancy_id, array_remove(OLD.suspects || OLD.suggested_tenancy, NULL), coalesce(OLD.changed_at, OLD.recorded_at), NEW.changed_at);
  RETURN NEW;
END $$;

-- A text as people search for it: without accents, with one kind of quote, in small letters; the same in every locale of a server.
CREATE FUNCTION plain_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(said) = length(said) THEN lower(translate(said, '`', ''''))
    ELSE lower(translate(replace(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'), 'ıłŁøØđĐ’‘´`', 'ilLoOdD''''''''')) END
$$;

-- CreateTable
CREATE TABLE "hold" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "from_day" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "ended_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold_charge" (
    "hold_id" INTEGER NOT NULL,
    "entry_id" BIGINT NOT NULL,

    CONSTRAINT "hold_charge_pkey" PRIMARY KEY ("hold_id","entry_id")
);

-- CreateTable
CREATE TABLE "payment_promise" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "attempt_id" INTEGER,
    "made_on" DATE NOT NULL,
    "promised_on" DATE NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "income_day" BOOLEAN NOT NULL DEFAULT false,
    "withdrawn_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrangement" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "agreed_on" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "ended_on" DATE,
    "end_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instalment" (
    "id" SERIAL NOT NULL,
    "arrangement_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "instalment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" INTEGER,
    "action" TEXT NOT NULL,
    "tenancy_id" INTEGER,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "day" DATE NOT NULL,
    "part" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seed" INTEGER,

    CONSTRAINT "own_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_account" (
    "id" SERIAL NOT NULL,
    "iban" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statement" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "ident" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'statement',
    "sequence" TEXT,
    "opening_cents" BIGINT,
    "closing_cents" BIGINT,
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "file_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_line" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "statement_id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "page" INTEGER,
    "file_line" INTEGER,
    "amount_cents" BIGINT NOT NULL,
    "booked_on" DATE NOT NULL,
    "value_on" DATE,
    "reference" TEXT,
    "remittance" TEXT,
    "counterparty" TEXT,
    "iban" TEXT,
    "return_reason" TEXT,
    "is_return" BOOLEAN NOT NULL DEFAULT false,
    "end_to_end" TEXT,
    "file_id" INTEGER,
    "disposition" TEXT NOT NULL,
    "because" TEXT,
    "tenancy_id" INTEGER,
    "entry_id" BIGINT,
    "suggested_tenancy" INTEGER,
    "suggestions" JSONB,
    "suspects" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "batch" TEXT,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_line_before" (
    "id" SERIAL NOT NULL,
    "line_id" INTEGER NOT NULL,
    "disposition" TEXT NOT NULL,
    "tenancy_id" INTEGER,
    "suspects" INTEGER[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_line_before_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_batch" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "batch_id" TEXT NOT NULL,
    "collect_on" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "file_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "collection_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_part" (
    "id" SERIAL NOT NULL,
    "line_id" INTEGER NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_gap" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bank_gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_source" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER,
    "source" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrears_case" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "closed_reason" TEXT,
    "reopened_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "arrears_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_reopening" (
    "id" SERIAL NOT NULL,
    "case_id" INTEGER NOT NULL,
    "closed_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "reopened_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" BIGSERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "run_id" INTEGER,
    "day" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "flagged" BOOLEAN NOT NULL,
    "contact_step" TEXT NOT NULL,
    "duty_step" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "overdue_cents" BIGINT NOT NULL,
    "months_behind" INTEGER NOT NULL,
    "months_in_arrears" INTEGER NOT NULL,
    "reassess_on" DATE,
    "fingerprint" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "done_through" INTEGER NOT NULL DEFAULT 0,
    "scope" TEXT NOT NULL DEFAULT 'full',
    "basis" JSONB,
    "touched" INTEGER,
    "checked" INTEGER,
    "differed" INTEGER,
    "assessed" INTEGER NOT NULL DEFAULT 0,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "closed" INTEGER NOT NULL DEFAULT 0,
    "staff_id" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_batch" (
    "run_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "tenancy_ids" INTEGER[],
    "done" BOOLEAN NOT NULL DEFAULT false,
    "assessed" INTEGER NOT NULL DEFAULT 0,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "closed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "run_batch_pkey" PRIMARY KEY ("run_id","ordinal")
);

-- CreateTable
CREATE TABLE "earlier_value" (
    "id" BIGSERIAL NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earlier_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_note" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "text" TEXT NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_problem" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER,
    "kind" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "ended_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "person_id" INTEGER,
    "channel" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'outbound',
    "day" DATE NOT NULL,
    "part" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "spoke_with" TEXT,
    "number" TEXT,
    "note" TEXT,
    "message_id" INTEGER,
    "staff_id" INTEGER,
    "command_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "attempt_id" INTEGER,
    "kind" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "until_day" DATE,
    "detail" TEXT,
    "resolved_on" DATE,
    "resolution" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "person_id" INTEGER,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "blocked_by" TEXT,
    "reference" UUID NOT NULL,
    "provider_id" TEXT,
    "staff_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "status_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "asked_on" DATE NOT NULL,
    "sent_on" DATE,
    "delivered_on" DATE,
    "help_pointed" BOOLEAN NOT NULL DEFAULT true,
    "offer_made" BOOLEAN NOT NULL DEFAULT true,
    "withdrawn_on" DATE,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "tenancy_id" INTEGER,
    "staff_id" INTEGER,
    "answer" JSONB NOT NULL DEFAULT '{}',
    "undo" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_report" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL,
    "report_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_status" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "visit_before" DATE,
    "planned_for" DATE,
    "part" TEXT,
    "announced_by" TEXT,
    "by_two" BOOLEAN NOT NULL DEFAULT false,
    "staff_id" INTEGER,
    "done_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "seen" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "agreed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,
    "command_id" UUID,
    "withdrawn_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_for" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "planned_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caretaker_task" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "round" INTEGER NOT NULL DEFAULT 1,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "building_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'office-seeks-contact',
    "given_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "call_for" INTEGER,
    "closed_on" DATE,
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "caretaker_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ring" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" TEXT NOT NULL,
    "staff_id" INTEGER,
    "command_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback_card" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "round" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "left_on" DATE,
    "called_back_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "callback_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "asked_on" DATE NOT NULL,
    "reported_on" DATE,
    "reported_at" TIMESTAMPTZ(3),
    "amount_cents" BIGINT,
    "warm_handover" BOOLEAN NOT NULL DEFAULT false,
    "receipt" TEXT,
    "answered_on" DATE,
    "answered_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "withdrawn_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing_objection" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "objected_on" DATE NOT NULL,
    "withdrawn_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sharing_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_step" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "ended_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "detail" TEXT,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "eviction" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "carried_out_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "household" TEXT NOT NULL,
    "note" TEXT,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "eviction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "refusal" TEXT,
    "refusal_values" JSONB,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "suspense" INTEGER NOT NULL DEFAULT 0,
    "ignored" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER NOT NULL DEFAULT 0,
    "noted" INTEGER NOT NULL DEFAULT 0,
    "complete_through" DATE,
    "upload_id" UUID,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "mapping" TEXT,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "total_bytes" BIGINT NOT NULL DEFAULT 0,
    "amount_cents" BIGINT NOT NULL DEFAULT 0,
    "staff_id" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "id" SERIAL NOT NULL,
    "file_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipts_complete" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER,
    "through_day" DATE NOT NULL,
    "file_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipts_complete_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cross_source_duplicate" (
    "tenancy_id" INTEGER NOT NULL,
    "source_number" TEXT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "file_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cross_source_duplicate_pkey" PRIMARY KEY ("tenancy_id","source_number")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "names" TEXT[],
    "bytes" BIGINT NOT NULL,
    "complete_through" DATE,
    "staff_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "category" TEXT,
    "amount_cents" BIGINT NOT NULL,
    "booked_on" DATE NOT NULL,
    "due_on" DATE,
    "reverses_id" BIGINT,
    "source" TEXT NOT NULL,
    "source_number" TEXT NOT NULL,
    "description" TEXT,
    "return_reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "designation" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "payment_id" BIGINT NOT NULL,
    "amount_cents" BIGINT,
    "because" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "reaches" CHAR(7) NOT NULL DEFAULT '9999-12',
    "words" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "designation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "month_position" (
    "month" CHAR(7) NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "sitting" BOOLEAN NOT NULL,
    "open_cents" BIGINT NOT NULL,
    "overdue_cents" BIGINT NOT NULL,
    "credit_cents" BIGINT NOT NULL,
    "months_behind" INTEGER NOT NULL,
    "months_in_arrears" INTEGER NOT NULL,

    CONSTRAINT "month_position_pkey" PRIMARY KEY ("month","tenancy_id")
);

-- CreateTable
CREATE TABLE "month_figure" (
    "month" CHAR(7) NOT NULL,
    "tenancies" INTEGER NOT NULL,
    "arrears_cents" BIGINT NOT NULL,
    "departed_cents" BIGINT NOT NULL,
    "collectable_cents" BIGINT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "reported_cents" BIGINT,

    CONSTRAINT "month_figure_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "past_figure" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "past_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erp_balance" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "balance_cents" BIGINT NOT NULL,
    "file_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erp_balance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provisional_payment" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "receipt_number" TEXT,
    "paid_on" DATE NOT NULL,
    "holds_until" DATE NOT NULL,
    "staff_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" BIGINT,
    "settled_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "provisional_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "id" SERIAL NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "based_on" INTEGER,
    "reason" TEXT NOT NULL,
    "made_by" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_from" DATE,
    "activated_by" INTEGER,
    "activated_at" TIMESTAMPTZ(3),
    "withdrawn_on" DATE,
    "withdrawn_by" INTEGER,
    "withdrawn_at" TIMESTAMPTZ(3),
    "shadow_since" TIMESTAMPTZ(3),

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rehearsal" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "base_version" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "asked_by" INTEGER,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rehearsal_day" (
    "rehearsal_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "base_version" INTEGER NOT NULL,
    "looked" INTEGER NOT NULL,
    "flagged" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "dropped" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "work" JSONB NOT NULL,
    "covered" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "rehearsal_day_pkey" PRIMARY KEY ("rehearsal_id","day")
);

-- CreateTable
CREATE TABLE "rehearsal_change" (
    "rehearsal_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "contact_before" TEXT NOT NULL,
    "contact_after" TEXT NOT NULL,
    "duty_before" TEXT NOT NULL,
    "duty_after" TEXT NOT NULL,
    "overdue_cents" BIGINT NOT NULL,
    "why" JSONB NOT NULL,

    CONSTRAINT "rehearsal_change_pkey" PRIMARY KEY ("rehearsal_id","day","tenancy_id")
);

-- CreateTable
CREATE TABLE "rehearsal_reading" (
    "rehearsal_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rehearsal_reading_pkey" PRIMARY KEY ("rehearsal_id","staff_id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "phone" TEXT,
    "password_hash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closed_day" (
    "id" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_moment(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "closed_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "building" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "house_number" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "city" TEXT NOT NULL,

    CONSTRAINT "building_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "building_caretaker" (
    "id" SERIAL NOT NULL,
    "building_id" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "staff_id" INTEGER,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1900-01-01 00:00:00+00'::timestamp with time zone,

    CONSTRAINT "building_caretaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dwelling" (
    "id" SERIAL NOT NULL,
    "number" TEXT,
    "building_id" INTEGER,
    "kind" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "house_number" TEXT NOT NULL,
    "house_letter" TEXT,
    "addition" TEXT,
    "postcode" TEXT,
    "city" TEXT NOT NULL,

    CONSTRAINT "dwelling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenancy" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "dwelling_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "payment_method" TEXT,
    "payment_reference" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenancy_rent" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "net_cents" BIGINT NOT NULL,
    "service_cents" BIGINT NOT NULL,
    "heating_cents" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenancy_rent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenancy_iban" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "iban" TEXT NOT NULL,
    "line_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "tenancy_iban_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "initials" TEXT,
    "prefix" TEXT,
    "last_name" TEXT NOT NULL,
    "salutation" TEXT,
    "born_on" DATE,
    "deceased_on" DATE,
    "deceased_known_at" TIMESTAMPTZ(3),
    "away_until" DATE,
    "sms_opt_out" BOOLEAN NOT NULL DEFAULT false,
    "prefers" TEXT,
    "language" TEXT,
    "safety_note" TEXT,
    "know_before" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenancy_person" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "until_day" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenancy_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "quality" TEXT NOT NULL DEFAULT 'plausible',
    "file_field" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dead_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hold_tenancy_id_idx" ON "hold"("tenancy_id");

-- CreateIndex
CREATE INDEX "payment_promise_tenancy_id_idx" ON "payment_promise"("tenancy_id");

-- CreateIndex
CREATE INDEX "arrangement_tenancy_id_idx" ON "arrangement"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "instalment_arrangement_id_ordinal_key" ON "instalment"("arrangement_id", "ordinal");

-- CreateIndex
CREATE INDEX "audit_event_tenancy_id_idx" ON "audit_event"("tenancy_id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "bank_account_iban_key" ON "bank_account"("iban");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statement_account_id_ident_key" ON "bank_statement"("account_id", "ident");

-- CreateIndex
CREATE INDEX "bank_line_disposition_idx" ON "bank_line"("disposition");

-- CreateIndex
CREATE INDEX "bank_line_suggested_tenancy_idx" ON "bank_line"("suggested_tenancy");

-- CreateIndex
CREATE INDEX "bank_line_file" ON "bank_line"("file_id");

-- CreateIndex
CREATE INDEX "bank_line_statement" ON "bank_line"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_line_account_id_fingerprint_key" ON "bank_line"("account_id", "fingerprint");

-- CreateIndex
CREATE INDEX "bank_line_before_until" ON "bank_line_before"("until_at");

-- CreateIndex
CREATE UNIQUE INDEX "collection_batch_account_id_message_id_batch_id_collect_on_key" ON "collection_batch"("account_id", "message_id", "batch_id", "collect_on");

-- CreateIndex
CREATE INDEX "bank_part_line" ON "bank_part"("line_id");

-- CreateIndex
CREATE INDEX "bank_part_entry" ON "bank_part"("entry_id");

-- CreateIndex
CREATE INDEX "bank_gap_account" ON "bank_gap"("account_id");

-- CreateIndex
CREATE INDEX "arrears_case_tenancy_id_idx" ON "arrears_case"("tenancy_id");

-- CreateIndex
CREATE INDEX "case_reopening_case_id_idx" ON "case_reopening"("case_id");

-- CreateIndex
CREATE INDEX "assessment_tenancy_id_id_idx" ON "assessment"("tenancy_id", "id" DESC);

-- CreateIndex
CREATE INDEX "assessment_day_range" ON "assessment" USING BRIN ("day") WITH (pages_per_range = 32);

-- CreateIndex
CREATE INDEX "assessment_known" ON "assessment" USING BRIN ("known_at") WITH (autosummarize = on);

-- CreateIndex
CREATE INDEX "run_day_idx" ON "run"("day");

-- CreateIndex
CREATE INDEX "earlier_value_row" ON "earlier_value"("table_name", "row_id", "until_at");

-- CreateIndex
CREATE INDEX "earlier_value_until" ON "earlier_value"("until_at");

-- CreateIndex
CREATE INDEX "case_note_tenancy_id_idx" ON "case_note"("tenancy_id");

-- CreateIndex
CREATE INDEX "data_problem_tenancy_id_idx" ON "data_problem"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_command_id_key" ON "attempt"("command_id");

-- CreateIndex
CREATE INDEX "attempt_tenancy_id_day_idx" ON "attempt"("tenancy_id", "day");

-- CreateIndex
CREATE INDEX "attempt_person_id_day_idx" ON "attempt"("person_id", "day");

-- CreateIndex
CREATE INDEX "attempt_recorded" ON "attempt" USING BRIN ("recorded_at") WITH (autosummarize = on);

-- CreateIndex
CREATE INDEX "disclosure_tenancy_id_idx" ON "disclosure"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_reference_key" ON "outbox_message"("reference");

-- CreateIndex
CREATE INDEX "outbox_message_status_idx" ON "outbox_message"("status");

-- CreateIndex
CREATE INDEX "outbox_message_tenancy_id_idx" ON "outbox_message"("tenancy_id");

-- CreateIndex
CREATE INDEX "letter_tenancy_id_idx" ON "letter"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_case_id_kind_ordinal_key" ON "letter"("case_id", "kind", "ordinal");

-- CreateIndex
CREATE INDEX "command_tenancy_id_idx" ON "command"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_report_report_id_key" ON "message_report"("report_id");

-- CreateIndex
CREATE INDEX "message_report_message_id_idx" ON "message_report"("message_id");

-- CreateIndex
CREATE INDEX "message_status_message_id_idx" ON "message_status"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_command_id_key" ON "visit"("command_id");

-- CreateIndex
CREATE INDEX "visit_tenancy_id_idx" ON "visit"("tenancy_id");

-- CreateIndex
CREATE INDEX "visit_staff_id_idx" ON "visit"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_case_id_round_purpose_ordinal_key" ON "visit"("case_id", "round", "purpose", "ordinal");

-- CreateIndex
CREATE INDEX "caretaker_task_building_id_closed_on_idx" ON "caretaker_task"("building_id", "closed_on");

-- CreateIndex
CREATE INDEX "caretaker_task_tenancy_id_idx" ON "caretaker_task"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "caretaker_task_case_id_round_ordinal_key" ON "caretaker_task"("case_id", "round", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "ring_command_id_key" ON "ring"("command_id");

-- CreateIndex
CREATE INDEX "ring_task_id_idx" ON "ring"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "callback_card_code_key" ON "callback_card"("code");

-- CreateIndex
CREATE INDEX "callback_card_tenancy_id_idx" ON "callback_card"("tenancy_id");

-- CreateIndex
CREATE INDEX "referral_tenancy_id_idx" ON "referral"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_case_id_ordinal_key" ON "referral"("case_id", "ordinal");

-- CreateIndex
CREATE INDEX "sharing_objection_tenancy_id_idx" ON "sharing_objection"("tenancy_id");

-- CreateIndex
CREATE INDEX "legal_step_tenancy_id_idx" ON "legal_step"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "eviction_tenancy_id_carried_out_on_key" ON "eviction"("tenancy_id", "carried_out_on");

-- CreateIndex
CREATE INDEX "import_file_sha256_idx" ON "import_file"("sha256");

-- CreateIndex
CREATE INDEX "import_file_started" ON "import_file"("started_at");

-- CreateIndex
CREATE INDEX "import_file_upload" ON "import_file"("upload_id");

-- CreateIndex
CREATE INDEX "import_issue_file_id_idx" ON "import_issue"("file_id");

-- CreateIndex
CREATE INDEX "import_issue_line" ON "import_issue"("file_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "cross_source_duplicate_entry_id_key" ON "cross_source_duplicate"("entry_id");

-- CreateIndex
CREATE INDEX "upload_status_created" ON "upload"("status", "created_at");

-- CreateIndex
CREATE INDEX "ledger_entry_position" ON "ledger_entry"("tenancy_id", "booked_on", "kind", "category", "amount_cents", "due_on", "recorded_at");

-- CreateIndex
CREATE INDEX "ledger_entry_recorded" ON "ledger_entry" USING BRIN ("recorded_at");

-- CreateIndex
CREATE INDEX "ledger_entry_reverses_id_idx" ON "ledger_entry"("reverses_id");

-- CreateIndex
CREATE INDEX "ledger_entry_days" ON "ledger_entry" USING BRIN ("booked_on", "due_on") WITH (autosummarize = on);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_tenancy_id_source_source_number_key" ON "ledger_entry"("tenancy_id", "source", "source_number");

-- CreateIndex
CREATE INDEX "designation_tenancy_id_idx" ON "designation"("tenancy_id");

-- CreateIndex
CREATE INDEX "designation_payment" ON "designation"("payment_id");

-- CreateIndex
CREATE INDEX "designation_reaches" ON "designation"("reaches");

-- CreateIndex
CREATE UNIQUE INDEX "past_figure_kind_period_key" ON "past_figure"("kind", "period");

-- CreateIndex
CREATE INDEX "erp_balance_tenancy" ON "erp_balance"("tenancy_id", "as_of");

-- CreateIndex
CREATE INDEX "provisional_payment_tenancy" ON "provisional_payment"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_version_key" ON "policy_version"("version");

-- CreateIndex
CREATE INDEX "rehearsal_version_id_idx" ON "rehearsal"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "session_staff_id_idx" ON "session"("staff_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_email_at_idx" ON "sign_in_failure"("email", "at");

-- CreateIndex
CREATE UNIQUE INDEX "building_code_key" ON "building"("code");

-- CreateIndex
CREATE INDEX "building_caretaker_building_id_idx" ON "building_caretaker"("building_id");

-- CreateIndex
CREATE INDEX "building_caretaker_staff_id_idx" ON "building_caretaker"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "dwelling_number_key" ON "dwelling"("number");

-- CreateIndex
CREATE INDEX "dwelling_building_id_idx" ON "dwelling"("building_id");

-- CreateIndex
CREATE INDEX "dwelling_address" ON "dwelling"("postcode", "house_number");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_number_key" ON "tenancy"("number");

-- CreateIndex
CREATE INDEX "tenancy_dwelling_id_idx" ON "tenancy"("dwelling_id");

-- CreateIndex
CREATE INDEX "tenancy_payment_reference_idx" ON "tenancy"("payment_reference");

-- CreateIndex
CREATE INDEX "tenancy_rent_from" ON "tenancy_rent"("from_day");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_rent_tenancy_id_from_day_key" ON "tenancy_rent"("tenancy_id", "from_day");

-- CreateIndex
CREATE INDEX "tenancy_iban_iban_idx" ON "tenancy_iban"("iban");

-- CreateIndex
CREATE INDEX "tenancy_iban_tenancy_id_idx" ON "tenancy_iban"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_number_key" ON "person"("number");

-- CreateIndex
CREATE INDEX "person_last_name_idx" ON "person"("last_name");

-- CreateIndex
CREATE INDEX "tenancy_person_person_id_idx" ON "tenancy_person"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_person_tenancy_id_person_id_role_key" ON "tenancy_person"("tenancy_id", "person_id", "role");

-- CreateIndex
CREATE INDEX "contact_point_person_id_idx" ON "contact_point"("person_id");

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold_charge" ADD CONSTRAINT "hold_charge_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_promise" ADD CONSTRAINT "payment_promise_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_promise" ADD CONSTRAINT "payment_promise_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_arrangement_id_fkey" FOREIGN KEY ("arrangement_id") REFERENCES "arrangement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_line_before" ADD CONSTRAINT "bank_line_before_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "bank_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_batch" ADD CONSTRAINT "collection_batch_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_part" ADD CONSTRAINT "bank_part_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_part" ADD CONSTRAINT "bank_part_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "bank_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_part" ADD CONSTRAINT "bank_part_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_gap" ADD CONSTRAINT "bank_gap_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_source" ADD CONSTRAINT "receipt_source_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrears_case" ADD CONSTRAINT "arrears_case_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_reopening" ADD CONSTRAINT "case_reopening_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_batch" ADD CONSTRAINT "run_batch_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "command" ADD CONSTRAINT "command_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "outbox_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_status" ADD CONSTRAINT "message_status_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "outbox_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caretaker_task" ADD CONSTRAINT "caretaker_task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caretaker_task" ADD CONSTRAINT "caretaker_task_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ring" ADD CONSTRAINT "ring_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "caretaker_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_card" ADD CONSTRAINT "callback_card_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_objection" ADD CONSTRAINT "sharing_objection_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_step" ADD CONSTRAINT "legal_step_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_step" ADD CONSTRAINT "legal_step_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eviction" ADD CONSTRAINT "eviction_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "arrears_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eviction" ADD CONSTRAINT "eviction_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cross_source_duplicate" ADD CONSTRAINT "cross_source_duplicate_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cross_source_duplicate" ADD CONSTRAINT "cross_source_duplicate_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designation" ADD CONSTRAINT "designation_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designation" ADD CONSTRAINT "designation_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "month_position" ADD CONSTRAINT "month_position_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erp_balance" ADD CONSTRAINT "erp_balance_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisional_payment" ADD CONSTRAINT "provisional_payment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisional_payment" ADD CONSTRAINT "provisional_payment_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_activated_by_fkey" FOREIGN KEY ("activated_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_made_by_fkey" FOREIGN KEY ("made_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_day" ADD CONSTRAINT "rehearsal_day_rehearsal_id_fkey" FOREIGN KEY ("rehearsal_id") REFERENCES "rehearsal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_change" ADD CONSTRAINT "rehearsal_change_rehearsal_id_day_fkey" FOREIGN KEY ("rehearsal_id", "day") REFERENCES "rehearsal_day"("rehearsal_id", "day") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_change" ADD CONSTRAINT "rehearsal_change_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_reading" ADD CONSTRAINT "rehearsal_reading_rehearsal_id_fkey" FOREIGN KEY ("rehearsal_id") REFERENCES "rehearsal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_reading" ADD CONSTRAINT "rehearsal_reading_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "building_caretaker" ADD CONSTRAINT "building_caretaker_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dwelling" ADD CONSTRAINT "dwelling_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy" ADD CONSTRAINT "tenancy_dwelling_id_fkey" FOREIGN KEY ("dwelling_id") REFERENCES "dwelling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy_rent" ADD CONSTRAINT "tenancy_rent_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy_iban" ADD CONSTRAINT "tenancy_iban_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy_iban" ADD CONSTRAINT "tenancy_iban_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "bank_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy_person" ADD CONSTRAINT "tenancy_person_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy_person" ADD CONSTRAINT "tenancy_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Lists are there, if empty: Prisma cannot say so of an array.
ALTER TABLE "bank_line" ALTER COLUMN suspects SET NOT NULL;
ALTER TABLE "bank_line_before" ALTER COLUMN suspects SET NOT NULL;
ALTER TABLE "run_batch" ALTER COLUMN tenancy_ids SET NOT NULL;
ALTER TABLE "upload" ALTER COLUMN names SET NOT NULL;

-- What is found often and is few: indexes over a part.
CREATE UNIQUE INDEX arrears_case_one_open ON arrears_case (tenancy_id) WHERE (closed_on IS NULL);
CREATE INDEX assessment_reassess ON assessment (reassess_on) WHERE (reassess_on IS NOT NULL);
CREATE INDEX bank_line_batch ON bank_line (account_id, batch) WHERE (batch IS NOT NULL);
CREATE INDEX bank_line_end_to_end ON bank_line (end_to_end) WHERE (end_to_end IS NOT NULL);
CREATE INDEX bank_line_entry ON bank_line (entry_id) WHERE (entry_id IS NOT NULL);
CREATE INDEX bank_line_suspects ON bank_line USING gin (suspects) WHERE (suspects <> '{}');
CREATE INDEX bank_line_tenancy ON bank_line (tenancy_id, booked_on) WHERE (tenancy_id IS NOT NULL);
CREATE INDEX bank_line_before_suspects ON bank_line_before USING gin (suspects) WHERE (disposition = 'suspense');
CREATE INDEX bank_line_before_tenancy ON bank_line_before (tenancy_id) WHERE (tenancy_id IS NOT NULL);
CREATE UNIQUE INDEX closed_day_standing ON closed_day (day) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX column_mapping_name ON column_mapping (name) WHERE (replaced_at IS NULL);
CREATE UNIQUE INDEX column_mapping_signature ON column_mapping (signature) WHERE (replaced_at IS NULL);
CREATE INDEX import_issue_unknown_contract ON import_issue ((("values" ->> 'value'))) WHERE (code = 'unknown-contract');
CREATE INDEX ledger_entry_credit ON ledger_entry (booked_on) WHERE (kind = 'credit');
CREATE INDEX ledger_entry_due ON ledger_entry (tenancy_id, due_on) WHERE (kind = 'charge');
CREATE UNIQUE INDEX provisional_payment_receipt ON provisional_payment (kind, receipt_number) WHERE ((receipt_number IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX run_one_at_a_time ON run ((true)) WHERE (status = 'running');

-- Every closed list of codes, and what belongs together in a row. The codes are those of the code: tests/integration/closed-lists
-- lays the two beside each other.
ALTER TABLE "arrangement"
  ADD CONSTRAINT arrangement_end_reason CHECK (end_reason IN ('completed', 'broken', 'cured', 'withdrawn'));
ALTER TABLE "arrears_case"
  ADD CONSTRAINT arrears_case_order CHECK ((closed_on IS NULL) OR (closed_on >= opened_on)),
  ADD CONSTRAINT arrears_case_closed_reason CHECK (closed_reason IN ('cured', 'departed', 'deceased'));
ALTER TABLE "attempt"
  ADD CONSTRAINT attempt_channel CHECK (channel IN ('call', 'sms', 'door', 'card', 'visit', 'letter', 'desk')),
  ADD CONSTRAINT attempt_direction CHECK (direction IN ('outbound', 'inbound')),
  ADD CONSTRAINT attempt_part CHECK (part IN ('morning', 'afternoon', 'evening')),
  ADD CONSTRAINT attempt_outcome CHECK (outcome IN ('spoke', 'not-answered', 'voicemail', 'wrong-number', 'number-dead', 'someone-else', 'queued', 'sent', 'delivered', 'undelivered', 'uncertain', 'cancelled', 'not-home', 'left')),
  ADD CONSTRAINT attempt_spoke_with CHECK (spoke_with IN ('tenant', 'co-tenant', 'representative', 'contact', 'other'));
ALTER TABLE "bank_gap"
  ADD CONSTRAINT bank_gap_check CHECK (to_day >= from_day),
  ADD CONSTRAINT bank_gap_kind_check CHECK (kind IN ('days', 'balance', 'sequence'));
ALTER TABLE "bank_line"
  ADD CONSTRAINT bank_line_disposition CHECK (disposition IN ('posted', 'suspense', 'own', 'ignored')),
  ADD CONSTRAINT bank_line_posted CHECK ((disposition <> 'posted') OR ((tenancy_id IS NOT NULL) AND (entry_id IS NOT NULL)));
ALTER TABLE "bank_line_before"
  ADD CONSTRAINT bank_line_before_disposition CHECK (disposition IN ('posted', 'suspense', 'own', 'ignored'));
ALTER TABLE "bank_part"
  ADD CONSTRAINT bank_part_amount_cents_check CHECK (amount_cents > 0);
ALTER TABLE "bank_statement"
  ADD CONSTRAINT bank_statement_kind CHECK (kind IN ('statement', 'report', 'notification'));
ALTER TABLE "caretaker_task"
  ADD CONSTRAINT caretaker_task_kind CHECK (kind IN ('office-seeks-contact'));
ALTER TABLE "case_reopening"
  ADD CONSTRAINT case_reopening_order CHECK (reopened_on >= closed_on);
ALTER TABLE "collection_batch"
  ADD CONSTRAINT collection_batch_amount_cents_check CHECK (amount_cents > 0);
ALTER TABLE "contact_point"
  ADD CONSTRAINT contact_point_kind CHECK (kind IN ('mobile', 'landline', 'unusable', 'email')),
  ADD CONSTRAINT contact_point_quality CHECK (quality IN ('plausible', 'verified', 'dead'));
ALTER TABLE "data_problem"
  ADD CONSTRAINT data_problem_kind CHECK (kind IN ('no-phone', 'no-building', 'no-rent', 'no-tenant', 'number-dead', 'balance-differs', 'contradictory', 'deceased-unverified', 'moved', 'wrong-address', 'worried', 'bell-broken', 'sms-undelivered', 'administrator-unknown'));
ALTER TABLE "designation"
  ADD CONSTRAINT designation_amount CHECK (amount_cents > 0),
  ADD CONSTRAINT designation_said CHECK ((said ->> 'kind') IN ('numbers', 'months', 'collection', 'settlement', 'instalment', 'charge')),
  ADD CONSTRAINT designation_because CHECK (because IN ('payment-reference', 'month-named', 'settlement-named', 'instalment', 'collection', 'erp', 'desk'));
ALTER TABLE "disclosure"
  ADD CONSTRAINT disclosure_kind CHECK (kind IN ('cannot-pay', 'wants-help', 'already-paid', 'disputes', 'agreed-moment', 'other-collection-day')),
  ADD CONSTRAINT disclosure_resolution CHECK (resolution IN ('found', 'not-found'));
ALTER TABLE "dwelling"
  ADD CONSTRAINT dwelling_kind CHECK (kind IN ('home', 'care', 'parking', 'commercial'));
ALTER TABLE "eviction"
  ADD CONSTRAINT eviction_reason CHECK (reason IN ('arrears', 'nuisance', 'drugs', 'subletting', 'other')),
  ADD CONSTRAINT eviction_household CHECK (household IN ('single', 'couple', 'single-parent', 'family', 'unknown'));
ALTER TABLE "hold"
  ADD CONSTRAINT hold_order CHECK (review_on >= from_day),
  ADD CONSTRAINT hold_reason CHECK (reason IN ('dispute', 'help-running', 'allowance-pending', 'deceased', 'other'));
ALTER TABLE "import_file"
  ADD CONSTRAINT import_file_counts CHECK ((status <> 'done') OR (lines = ((((added + known) + suspense) + ignored) + rejected))),
  ADD CONSTRAINT import_file_status CHECK (status IN ('running', 'done', 'refused', 'interrupted', 'checked'));
ALTER TABLE "import_issue"
  ADD CONSTRAINT import_issue_kind CHECK (kind IN ('ignored', 'rejected', 'changed', 'ended', 'noted'));
ALTER TABLE "instalment"
  ADD CONSTRAINT instalment_amount CHECK (amount_cents > 0);
ALTER TABLE "ledger_entry"
  ADD CONSTRAINT ledger_entry_amount CHECK ((amount_cents > 0) AND (amount_cents <= 9007199254740991)),
  ADD CONSTRAINT ledger_entry_category CHECK (category IN ('rent', 'service', 'heating', 'settlement', 'costs', 'other')),
  ADD CONSTRAINT ledger_entry_charge CHECK (((kind = 'charge') = (due_on IS NOT NULL)) AND ((kind <> 'charge') OR (category IS NOT NULL))),
  ADD CONSTRAINT ledger_entry_kind CHECK (kind IN ('charge', 'payment', 'credit', 'reversal')),
  ADD CONSTRAINT ledger_entry_reversal CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
  ADD CONSTRAINT ledger_entry_source CHECK (source IN ('erp', 'bank', 'desk', 'opening'));
ALTER TABLE "legal_step"
  ADD CONSTRAINT legal_step_kind CHECK (kind IN ('proposal', 'decision', 'summons', 'judgment', 'eviction-notice', 'eviction-averted', 'keys-returned', 'stopped'));
ALTER TABLE "letter"
  ADD CONSTRAINT letter_kind CHECK (kind IN ('written-reminder'));
ALTER TABLE "message_report"
  ADD CONSTRAINT message_report_status CHECK (status IN ('delivered', 'undelivered'));
ALTER TABLE "message_status"
  ADD CONSTRAINT message_status_status CHECK (status IN ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'uncertain', 'cancelled'));
ALTER TABLE "outbox_message"
  ADD CONSTRAINT outbox_message_status CHECK (status IN ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'uncertain', 'cancelled')),
  ADD CONSTRAINT outbox_message_channel CHECK (channel IN ('sms'));
ALTER TABLE "own_clock"
  ADD CONSTRAINT own_clock_part CHECK (part IN ('morning', 'afternoon')),
  ADD CONSTRAINT own_clock_single CHECK (id = 1);
ALTER TABLE "past_figure"
  ADD CONSTRAINT past_figure_kind CHECK (kind IN ('arrears', 'evictions'));
ALTER TABLE "payment_promise"
  ADD CONSTRAINT payment_promise_order CHECK ((promised_on >= made_on) AND (amount_cents > 0));
ALTER TABLE "person"
  ADD CONSTRAINT person_salutation CHECK (salutation IN ('mw', 'dhr', 'fam', 'firm')),
  ADD CONSTRAINT person_prefers CHECK (prefers IN ('call', 'visit'));
ALTER TABLE "policy_version"
  ADD CONSTRAINT policy_version_active CHECK ((activated_at IS NULL) = (effective_from IS NULL)),
  ADD CONSTRAINT policy_version_never_back CHECK (effective_from >= ((activated_at AT TIME ZONE 'Europe/Amsterdam'))::date),
  ADD CONSTRAINT policy_version_values CHECK (jsonb_typeof("values") = 'object'),
  ADD CONSTRAINT policy_version_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
  ADD CONSTRAINT policy_version_withdrawn_before CHECK ((withdrawn_on IS NULL) OR (effective_from IS NULL) OR (withdrawn_on < effective_from));
ALTER TABLE "provisional_payment"
  ADD CONSTRAINT provisional_payment_amount_cents_check CHECK (amount_cents > 0),
  ADD CONSTRAINT provisional_payment_check CHECK (holds_until >= paid_on),
  ADD CONSTRAINT provisional_payment_kind_check CHECK (kind IN ('pin', 'cash', 'link', 'collection'));
ALTER TABLE "receipt_source"
  ADD CONSTRAINT receipt_source_source_check CHECK (source IN ('bank', 'erp', 'first'));
ALTER TABLE "referral"
  ADD CONSTRAINT referral_result CHECK (result IN ('help-accepted', 'help-refused', 'not-reached', 'known-already', 'other'));
ALTER TABLE "rehearsal"
  ADD CONSTRAINT rehearsal_kind CHECK (kind IN ('rehearsal', 'shadow'));
ALTER TABLE "rehearsal_change"
  ADD CONSTRAINT rehearsal_change_kind CHECK (change IN ('added', 'dropped', 'moved'));
ALTER TABLE "ring"
  ADD CONSTRAINT ring_result CHECK (result IN ('spoke', 'will-call', 'not-home', 'card-left', 'refuses', 'family', 'other-language', 'away-long', 'moved', 'bell-broken', 'heard-deceased', 'worried'));
ALTER TABLE "run"
  ADD CONSTRAINT run_scope CHECK (scope IN ('full', 'touched')),
  ADD CONSTRAINT run_trigger CHECK (trigger IN ('schedule', 'import', 'button', 'command-line')),
  ADD CONSTRAINT run_status CHECK (status IN ('running', 'done'));
ALTER TABLE "staff"
  ADD CONSTRAINT staff_email CHECK (email = lower(email)),
  ADD CONSTRAINT staff_role CHECK (role IN ('finance', 'consultant', 'caretaker', 'management', 'admin')),
  ADD CONSTRAINT staff_language CHECK (language IN ('nl', 'en'));
ALTER TABLE "tenancy"
  ADD CONSTRAINT tenancy_order CHECK ((ends_on IS NULL) OR (ends_on >= starts_on)),
  ADD CONSTRAINT tenancy_payment_method CHECK (payment_method IN ('direct-debit', 'transfer', 'other'));
ALTER TABLE "tenancy_person"
  ADD CONSTRAINT tenancy_person_role CHECK (role IN ('tenant', 'co-tenant', 'representative', 'contact'));
ALTER TABLE "tenancy_rent"
  ADD CONSTRAINT tenancy_rent_amounts CHECK ((net_cents >= 0) AND (service_cents >= 0) AND (heating_cents >= 0));
ALTER TABLE "upload"
  ADD CONSTRAINT upload_status CHECK (status IN ('checking', 'checked', 'importing', 'done', 'discarded'));
ALTER TABLE "visit"
  ADD CONSTRAINT visit_purpose CHECK (purpose IN ('payment-problem', 'unreached', 'deceased', 'own-plan')),
  ADD CONSTRAINT visit_part CHECK (part IN ('morning', 'afternoon', 'evening')),
  ADD CONSTRAINT visit_announced_by CHECK (announced_by IN ('phone', 'card', 'letter', 'no')),
  ADD CONSTRAINT visit_outcome CHECK (outcome IN ('nobody', 'refused', 'spoke-door', 'spoke-inside', 'moved', 'deceased', 'wrong-address')),
  ADD CONSTRAINT visit_withdrawn_for CHECK (withdrawn_for IN ('cured', 'hold', 'deceased', 'departed', 'legal', 'reached', 'agreed', 'representative', 'objection', 'not-asked', 'expired'));

-- What is written stays, and what was changed is kept as it was.
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_append_only BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- After the statement's rows are in, so that two reversals in one INSERT are seen together.
CREATE CONSTRAINT TRIGGER ledger_entry_reversal_check AFTER INSERT ON ledger_entry
  FOR EACH ROW WHEN (NEW.kind = 'reversal') EXECUTE FUNCTION check_reversal();
CREATE TRIGGER case_reopening_append_only BEFORE UPDATE OR DELETE ON case_reopening FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_status_append_only BEFORE UPDATE OR DELETE ON message_status FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staff_link_caretaker AFTER INSERT OR UPDATE OF email ON staff FOR EACH ROW EXECUTE FUNCTION link_caretaker();
CREATE TRIGGER earlier_value_append_only BEFORE UPDATE OR DELETE ON earlier_value FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tenancy_rent_earlier AFTER UPDATE ON tenancy_rent FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('net_cents', 'service_cents', 'heating_cents');
CREATE TRIGGER tenancy_person_earlier AFTER UPDATE ON tenancy_person FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('until_day');
CREATE TRIGGER person_earlier AFTER UPDATE ON person FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('away_until', 'sms_opt_out', 'prefers', 'safety_note', 'deceased_on');
CREATE TRIGGER contact_point_earlier AFTER UPDATE ON contact_point FOR EACH ROW WHEN (OLD.quality IS DISTINCT FROM NEW.quality)
  EXECUTE FUNCTION keep_earlier('quality');
CREATE TRIGGER dwelling_earlier AFTER UPDATE ON dwelling FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('building_id', 'kind');
CREATE TRIGGER policy_version_guard BEFORE UPDATE OR DELETE ON policy_version FOR EACH ROW EXECUTE FUNCTION guard_policy_version();
CREATE TRIGGER policy_version_no_truncate BEFORE TRUNCATE ON policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rehearsal_reading_append_only BEFORE UPDATE OR DELETE ON rehearsal_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_line_before_append_only BEFORE UPDATE OR DELETE ON bank_line_before FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_line_keep_before BEFORE UPDATE ON bank_line FOR EACH ROW
  WHEN ((OLD.disposition, OLD.tenancy_id, OLD.suspects, OLD.suggested_tenancy) IS DISTINCT FROM (NEW.disposition, NEW.tenancy_id, NEW.suspects, NEW.suggested_tenancy))
  EXECUTE FUNCTION keep_line_before();
CREATE TRIGGER building_caretaker_earlier AFTER UPDATE ON building_caretaker FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('until_day');
CREATE TRIGGER staff_earlier AFTER UPDATE ON staff FOR EACH ROW WHEN (OLD.active IS DISTINCT FROM NEW.active OR OLD.role IS DISTINCT FROM NEW.role)
  EXECUTE FUNCTION keep_earlier('active', 'role');
-- A visit that got another day, and a message that left on a later one than it was written.
CREATE TRIGGER visit_earlier AFTER UPDATE ON visit FOR EACH ROW
  WHEN ((OLD.planned_for, OLD.part) IS DISTINCT FROM (NEW.planned_for, NEW.part)) EXECUTE FUNCTION keep_earlier('planned_for', 'part');
CREATE TRIGGER attempt_earlier AFTER UPDATE ON attempt FOR EACH ROW
  WHEN ((OLD.day, OLD.part) IS DISTINCT FROM (NEW.day, NEW.part)) EXECUTE FUNCTION keep_earlier('day', 'part');
CREATE TRIGGER tenancy_earlier AFTER UPDATE ON tenancy FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('starts_on', 'ends_on', 'dwelling_id', 'payment_method');

-- Money that was noted as paid or is collected again, and that no receipt of that amount has matched: believed until its day,
-- then for somebody to find out.
CREATE VIEW money_on_its_way AS
SELECT v.* FROM provisional_payment v
WHERE v.withdrawn_at IS NULL AND NOT EXISTS (
  SELECT FROM ledger_entry e WHERE e.tenancy_id = v.tenancy_id AND e.kind = 'payment' AND e.amount_cents = v.amount_cents AND e.booked_on >= v.paid_on - 1);

-- The values of the design, in force since long before any account: without a version in force the rules answer nothing.
INSERT INTO policy_version (version, name, "values", reason, recorded_at, changed_at, effective_from, activated_at)
VALUES (1, 'persoonlijk-contact',
  '{"flagMonthsInArrears":50,"flagOldAmount":5000,"flagOldDays":25,"flagShortMonths":3,"flagShortBy":100,"graceWorkingDays":5,"smallAmount":500,"reopenDays":45,"alreadyPaidWorkingDays":5,"dataProblemWorkingDays":5,"holdMaxDays":92,"promiseMaxDays":14,"promiseIncomeDayMaxDays":31,"promiseToleranceWorkingDays":2,"promisesBrokenMax":2,"instalmentTolerance":100,"instalmentToleranceWorkingDays":3,"habitMonths":4,"habitOutOf":6,"habitExtraWorkingDays":3,"habitBelowMonths":150,"seriousMonths":200,"visitWithinWorkingDays":5,"visitAgainDays":60,"callsUnanswered":2,"callsUnansweredLandlineOnly":3,"missedCallsPerDay":1,"contactCap":3,"contactCapDays":7,"smsWaitWorkingDays":3,"caretakerWaitWorkingDays":7,"cardWaitWorkingDays":5,"spokenWaitWorkingDays":5,"visitsUnreached":2,"secondVisitAfterWorkingDays":3,"followUps":2,"followUpsLater":1,"roundsMost":3,"roundsDays":180,"restDays":90,"missedFollowUpWorkingDays":3,"proposalMonths":300,"proposalDecisionDays":90,"reviewDays":28,"reviewLaterDays":90,"bereavementDays":14,"deathCheckDays":7,"letterDays":14,"letterDeliveryWorkingDays":2,"letterAnswerDays":14,"reportDays":30,"reportAgainDays":180,"municipalityDays":28,"provisionalDebitDays":56}',
  'first', '1900-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '1900-01-01', '1900-01-01T00:00:00Z');

RESET check_function_bodies;
