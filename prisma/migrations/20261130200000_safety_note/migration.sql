-- What visitors must know for their safety is somebody's word, and ends: a note nobody renews is no truth about a person for ever.
ALTER TABLE "person" ADD COLUMN "safety_by" INTEGER, ADD COLUMN "safety_until" DATE;
