-- A ring recorded at the wrong door is taken back with the reason: it stays to be read and counts nowhere.
ALTER TABLE "ring" ADD COLUMN "undone_at" TIMESTAMPTZ(3);
