-- Why no visit needs to follow, and that the tenant said yes aloud to a hand-over: both shown on the case.
ALTER TABLE visit ADD COLUMN consent boolean NOT NULL DEFAULT false,
  ADD COLUMN no_more_for text,
  ADD CONSTRAINT visit_no_more_for CHECK (no_more_for IN ('settled', 'help', 'declined', 'other-way'));

-- A letter that tells when a colleague comes by.
ALTER TABLE message_text DROP CONSTRAINT message_text_kind,
  ADD CONSTRAINT message_text_kind CHECK (kind IN ('sms-call-back', 'written-reminder', 'check-transfer', 'confirm-promise', 'confirm-arrangement', 'announce-visit'));
ALTER TABLE letter DROP CONSTRAINT letter_kind,
  ADD CONSTRAINT letter_kind CHECK (kind IN ('written-reminder', 'check-transfer', 'confirm-promise', 'confirm-arrangement', 'announce-visit'));
