-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

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
    "opening_cents" BIGINT NOT NULL,
    "closing_cents" BIGINT NOT NULL,
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
    "amount_cents" BIGINT NOT NULL,
    "booked_on" DATE NOT NULL,
    "value_on" DATE,
    "reference" TEXT,
    "remittance" TEXT,
    "counterparty" TEXT,
    "iban" TEXT,
    "return_reason" TEXT,
    "disposition" TEXT NOT NULL,
    "because" TEXT,
    "tenancy_id" INTEGER,
    "entry_id" BIGINT,
    "suggested_tenancy" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
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
    "lines" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "suspense" INTEGER NOT NULL DEFAULT 0,
    "ignored" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "complete_through" DATE,
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
    "charge_id" BIGINT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "because" TEXT NOT NULL,
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
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "closed_day_pkey" PRIMARY KEY ("day")
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

    CONSTRAINT "building_caretaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dwelling" (
    "id" SERIAL NOT NULL,
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
CREATE UNIQUE INDEX "bank_line_account_id_fingerprint_key" ON "bank_line"("account_id", "fingerprint");

-- CreateIndex
CREATE INDEX "arrears_case_tenancy_id_idx" ON "arrears_case"("tenancy_id");

-- CreateIndex
CREATE INDEX "assessment_tenancy_id_id_idx" ON "assessment"("tenancy_id", "id" DESC);

-- CreateIndex
CREATE INDEX "run_day_idx" ON "run"("day");

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
CREATE INDEX "import_issue_file_id_idx" ON "import_issue"("file_id");

-- CreateIndex
CREATE INDEX "ledger_entry_tenancy_id_booked_on_idx" ON "ledger_entry"("tenancy_id", "booked_on");

-- CreateIndex
CREATE INDEX "ledger_entry_reverses_id_idx" ON "ledger_entry"("reverses_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_tenancy_id_source_source_number_key" ON "ledger_entry"("tenancy_id", "source", "source_number");

-- CreateIndex
CREATE INDEX "designation_tenancy_id_idx" ON "designation"("tenancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "past_figure_kind_period_key" ON "past_figure"("kind", "period");

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
CREATE INDEX "dwelling_building_id_idx" ON "dwelling"("building_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_number_key" ON "tenancy"("number");

-- CreateIndex
CREATE INDEX "tenancy_dwelling_id_idx" ON "tenancy"("dwelling_id");

-- CreateIndex
CREATE INDEX "tenancy_payment_reference_idx" ON "tenancy"("payment_reference");

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
ALTER TABLE "hold_charge" ADD CONSTRAINT "hold_charge_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_arrangement_id_fkey" FOREIGN KEY ("arrangement_id") REFERENCES "arrangement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ring" ADD CONSTRAINT "ring_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "caretaker_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "tenancy_person" ADD CONSTRAINT "tenancy_person_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenancy_person" ADD CONSTRAINT "tenancy_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


