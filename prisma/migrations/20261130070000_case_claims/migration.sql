-- Who has a case open at this moment. Unlogged: lost in a crash, in no backup, and nobody misses it.
CREATE UNLOGGED TABLE "case_claim" (
    "tenancy_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "calling" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "case_claim_pkey" PRIMARY KEY ("tenancy_id")
);

CREATE UNIQUE INDEX "case_claim_staff_id_key" ON "case_claim"("staff_id");

ALTER TABLE "case_claim" ADD CONSTRAINT "case_claim_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_claim" ADD CONSTRAINT "case_claim_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
