-- What a colleague typed and has not recorded. Never part of the file of a tenant.
CREATE TABLE "form_draft" (
    "staff_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("staff_id", "subject", "form")
);

CREATE INDEX "form_draft_saved_at_idx" ON "form_draft"("saved_at");

ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
