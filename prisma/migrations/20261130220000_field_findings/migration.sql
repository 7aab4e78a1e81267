-- Why an envelope waits comes with its values; what could not be opened is tried a few times and then looked at.
ALTER TABLE "field_envelope" ADD COLUMN "detail" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;

-- What was written of a visit before there were two notes stays: nobody was told that it would go with the case.
UPDATE "visit" SET "file_note" = "note", "note" = NULL WHERE "note" IS NOT NULL AND "file_note" IS NULL AND "done_on" IS NOT NULL;
