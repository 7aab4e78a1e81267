-- What happens at a door on a phone without reception: keys, days that were taken along, sealed envelopes; and what a visit says besides.
-- AlterTable
ALTER TABLE "callback_card" ADD COLUMN     "visit_id" INTEGER;

-- AlterTable
ALTER TABLE "caretaker_task" ADD COLUMN     "asked_by" INTEGER,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "at_time" TEXT,
ADD COLUMN     "budget" JSONB,
ADD COLUMN     "file_note" TEXT,
ADD COLUMN     "with_staff_id" INTEGER;

-- CreateTable
CREATE TABLE "field_key" (
    "id" TEXT NOT NULL,
    "agree" JSONB NOT NULL,
    "agree_open" JSONB NOT NULL,
    "sign" JSONB NOT NULL,
    "sign_open" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "field_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_handout" (
    "id" UUID NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "device_id" UUID NOT NULL,
    "device_name" TEXT NOT NULL,
    "doors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "handed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" INTEGER,

    CONSTRAINT "field_handout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_envelope" (
    "id" UUID NOT NULL,
    "handout_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "sealed" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "code" TEXT,
    "tenancy_id" INTEGER,
    "phone_at" TIMESTAMPTZ(3),
    "happened_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" INTEGER,
    "settled_note" TEXT,

    CONSTRAINT "field_envelope_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "field_handout_staff_id_idx" ON "field_handout"("staff_id");

-- CreateIndex
CREATE INDEX "field_envelope_handout_id_idx" ON "field_envelope"("handout_id");

-- CreateIndex
CREATE INDEX "field_envelope_tenancy_id_idx" ON "field_envelope"("tenancy_id");

-- CreateIndex
CREATE INDEX "field_envelope_state_idx" ON "field_envelope"("state");

-- AddForeignKey
ALTER TABLE "field_handout" ADD CONSTRAINT "field_handout_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_envelope" ADD CONSTRAINT "field_envelope_handout_id_fkey" FOREIGN KEY ("handout_id") REFERENCES "field_handout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_envelope" ADD CONSTRAINT "field_envelope_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "field_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_envelope" ADD CONSTRAINT "field_envelope_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- CreateTable
CREATE TABLE "worry" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "told_by" INTEGER,
    "owner_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by" INTEGER,
    "reference" UUID,
    "reminded_at" TIMESTAMPTZ(3),
    "remind_status" TEXT,

    CONSTRAINT "worry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "worry_reference_key" ON "worry"("reference");

-- CreateIndex
CREATE INDEX "worry_tenancy_id_idx" ON "worry"("tenancy_id");

-- AddForeignKey
ALTER TABLE "worry" ADD CONSTRAINT "worry_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
