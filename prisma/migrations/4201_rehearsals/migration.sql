-- A draft of the policy tried out on today and past days, beside the version that decided them. Nothing here changes a case.
CREATE TABLE "rehearsal" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL REFERENCES "policy_version" ("id"),
    "base_version" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "asked_by" INTEGER REFERENCES "staff" ("id"),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT rehearsal_kind CHECK (kind IN ('rehearsal', 'shadow'))
);
CREATE INDEX "rehearsal_version_id_idx" ON "rehearsal" ("version_id");

CREATE TABLE "rehearsal_day" (
    "rehearsal_id" INTEGER NOT NULL REFERENCES "rehearsal" ("id"),
    "day" DATE NOT NULL,
    "base_version" INTEGER NOT NULL,
    "looked" INTEGER NOT NULL,
    "flagged" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "dropped" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "work" JSONB NOT NULL,

    CONSTRAINT "rehearsal_day_pkey" PRIMARY KEY ("rehearsal_id", "day")
);

CREATE TABLE "rehearsal_change" (
    "rehearsal_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "tenancy_id" INTEGER NOT NULL REFERENCES "tenancy" ("id"),
    "change" TEXT NOT NULL,
    "contact_before" TEXT NOT NULL,
    "contact_after" TEXT NOT NULL,
    "duty_before" TEXT NOT NULL,
    "duty_after" TEXT NOT NULL,
    "overdue_cents" BIGINT NOT NULL,
    "why" JSONB NOT NULL,

    CONSTRAINT "rehearsal_change_pkey" PRIMARY KEY ("rehearsal_id", "day", "tenancy_id"),
    CONSTRAINT rehearsal_change_day FOREIGN KEY ("rehearsal_id", "day") REFERENCES "rehearsal_day" ("rehearsal_id", "day"),
    CONSTRAINT rehearsal_change_kind CHECK (change IN ('added', 'dropped', 'moved'))
);

CREATE TABLE "rehearsal_reading" (
    "rehearsal_id" INTEGER NOT NULL REFERENCES "rehearsal" ("id"),
    "staff_id" INTEGER NOT NULL REFERENCES "staff" ("id"),
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rehearsal_reading_pkey" PRIMARY KEY ("rehearsal_id", "staff_id")
);
CREATE TRIGGER rehearsal_reading_append_only BEFORE UPDATE OR DELETE ON rehearsal_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Answers come in the order of their days, so a few block ranges find the last week; it costs the run next to nothing.
CREATE INDEX assessment_day_range ON assessment USING brin (day) WITH (pages_per_range = 32);
