-- A first password, given by somebody else, ends when nobody used it (ASVS 5.0, 6.4.1).
ALTER TABLE "staff" ADD COLUMN "first_password_until" TIMESTAMPTZ(3);
UPDATE "staff" SET "first_password_until" = now() + interval '7 days' WHERE "must_change_password";
