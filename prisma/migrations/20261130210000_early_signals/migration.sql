-- What a caretaker notices at a door, per building and off by default: a closed list, gone after 30 days, read by no rule.
-- AlterTable
ALTER TABLE "building" ADD COLUMN "signals_at" TIMESTAMPTZ(3),
ADD COLUMN "signals_by" INTEGER;

-- CreateTable
CREATE TABLE "early_signal" (
    "id" SERIAL NOT NULL,
    "tenancy_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "told_by" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" INTEGER,

    CONSTRAINT "early_signal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "early_signal_tenancy_id_idx" ON "early_signal"("tenancy_id");

-- CreateIndex
CREATE INDEX "early_signal_at_idx" ON "early_signal"("at");

-- AddForeignKey
ALTER TABLE "early_signal" ADD CONSTRAINT "early_signal_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
