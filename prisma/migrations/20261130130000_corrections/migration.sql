-- An act that turns out wrong later is taken back by whoever sees it, with the reason; what it said stays to be read.
ALTER TABLE "command" ADD COLUMN "undone_by" INTEGER, ADD COLUMN "undo_reason" TEXT;
