-- One act for many tenancies, asked for in one go: each row is an act of its own, with its own result.
CREATE TABLE "bulk_run" (
    "id" SERIAL NOT NULL,
    "act" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "command_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "bulk_row" (
    "run_id" INTEGER NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "code" TEXT,
    "before" JSONB,
    "undo_code" TEXT,

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("run_id", "tenancy_id")
);

CREATE UNIQUE INDEX "bulk_run_command_id_key" ON "bulk_run"("command_id");
CREATE INDEX "bulk_row_tenancy_id_idx" ON "bulk_row"("tenancy_id");

ALTER TABLE "bulk_run"
  ADD CONSTRAINT "bulk_run_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT bulk_run_act CHECK (act IN ('assign', 'wait', 'sms', 'check-transfer'));
ALTER TABLE "bulk_row"
  ADD CONSTRAINT "bulk_row_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "bulk_row_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
