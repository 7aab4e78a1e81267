-- A letter as it was made: the bytes that were printed, and posted.
CREATE TABLE "letter_print" (
    "id" SERIAL NOT NULL,
    "letter_id" INTEGER NOT NULL,
    "pdf" BYTEA NOT NULL,
    "page" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" INTEGER,
    "posted_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_print_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "letter_print_letter_id_idx" ON "letter_print"("letter_id");

ALTER TABLE "letter_print" ADD CONSTRAINT "letter_print_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
