-- How one made sure who rang, and what somebody with a mandate may speak about.
ALTER TABLE "attempt" ADD COLUMN "identity" TEXT;
ALTER TABLE "attempt" ADD CONSTRAINT attempt_identity CHECK (identity IN ('birth-date', 'address', 'not-asked'));
ALTER TABLE "tenancy_person" ADD COLUMN "scope" TEXT;
ALTER TABLE "tenancy_person" ADD CONSTRAINT tenancy_person_scope CHECK (scope IN ('all', 'appointments'));
