-- What was known of a message, and since when: a run for a day sees what was known then, not what a later report said.
CREATE TABLE "message_status" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL REFERENCES "outbox_message" ("id"),
    "status" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_status_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "message_status_message_id_idx" ON "message_status" ("message_id");
CREATE TRIGGER message_status_append_only BEFORE UPDATE OR DELETE ON message_status FOR EACH ROW EXECUTE FUNCTION refuse_change();
