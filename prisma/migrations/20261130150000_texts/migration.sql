-- The words of messages and letters as the corporation wrote them: each change is a version of its own, the last one counts.
CREATE TABLE "message_text" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "body" TEXT NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_text_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "message_text_kind_id_idx" ON "message_text"("kind", "id" DESC);

ALTER TABLE "message_text"
  ADD CONSTRAINT "message_text_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT message_text_kind CHECK (kind IN ('sms-call-back', 'written-reminder', 'check-transfer', 'confirm-promise', 'confirm-arrangement'));

-- Letters that a person asks for, beside those of the ladder; what they say besides the account stands with them.
ALTER TABLE "letter" ALTER COLUMN "case_id" DROP NOT NULL, ADD COLUMN "about" JSONB;
ALTER TABLE "letter" DROP CONSTRAINT letter_kind;
ALTER TABLE "letter" ADD CONSTRAINT letter_kind CHECK (kind IN ('written-reminder', 'check-transfer', 'confirm-promise', 'confirm-arrangement'));
