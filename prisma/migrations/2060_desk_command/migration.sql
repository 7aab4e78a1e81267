-- One row per act at the desk, by the form's own id: sent twice, it counts once and answers the same.
CREATE TABLE "desk_command" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "tenancy_id" INTEGER NOT NULL REFERENCES "tenancy" ("id"),
    "staff_id" INTEGER,
    "answer" JSONB NOT NULL DEFAULT '{}',
    "undo" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_command_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "desk_command_tenancy_id_idx" ON "desk_command" ("tenancy_id");

-- Delivery reports as they came, each counted once, in whatever order.
CREATE TABLE "message_report" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL REFERENCES "outbox_message" ("id"),
    "report_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_report_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "message_report_report_id_key" ON "message_report" ("report_id");
CREATE INDEX "message_report_message_id_idx" ON "message_report" ("message_id");
