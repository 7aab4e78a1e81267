-- Who answers for a case, who stands in for whom, and lists that colleagues keep.
ALTER TABLE "arrears_case" ADD COLUMN "owner_id" INTEGER;
ALTER TABLE "staff" ADD COLUMN "away_until" DATE, ADD COLUMN "covered_by" INTEGER;

CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "saved_view_staff_id_name_key" ON "saved_view"("staff_id", "name");
CREATE INDEX "arrears_case_owner_id_idx" ON "arrears_case"("owner_id");

ALTER TABLE "arrears_case" ADD CONSTRAINT "arrears_case_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "staff" ADD CONSTRAINT "staff_covered_by_fkey" FOREIGN KEY ("covered_by") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
