-- Every act at the desk can be taken back on its own day: the command says so, and a note too.
ALTER TABLE "command" ADD COLUMN "undone_at" TIMESTAMPTZ(3);
ALTER TABLE "case_note" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
