-- A step of law or an eviction recorded with the wrong tenant is taken back with the reason: it stays to be read and counts nowhere.
ALTER TABLE "legal_step" ADD COLUMN "undone_at" TIMESTAMPTZ(3);
ALTER TABLE "eviction" ADD COLUMN "undone_at" TIMESTAMPTZ(3);
DROP INDEX "eviction_tenancy_id_carried_out_on_key";
CREATE UNIQUE INDEX "eviction_once" ON "eviction"("tenancy_id", "carried_out_on") WHERE "undone_at" IS NULL;
CREATE INDEX "eviction_tenancy_id_idx" ON "eviction"("tenancy_id");
