-- What tenants text back. Kept as it came, once, also from a number nobody knows; somebody reads each.
CREATE TABLE "sms_reply" (
    "id" SERIAL NOT NULL,
    "provider_id" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "tenancy_id" INTEGER,
    "person_id" INTEGER,
    "distress" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "read_by" INTEGER,

    CONSTRAINT "sms_reply_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "sms_reply_provider_id_key" ON "sms_reply"("provider_id");
CREATE INDEX "sms_reply_tenancy_id_idx" ON "sms_reply"("tenancy_id");
CREATE INDEX "sms_reply_read_at_idx" ON "sms_reply"("read_at");

ALTER TABLE "sms_reply" ADD CONSTRAINT "sms_reply_tenancy_id_fkey" FOREIGN KEY ("tenancy_id") REFERENCES "tenancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
