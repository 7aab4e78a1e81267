-- Why no visit needs to follow, and that the tenant said yes aloud to a hand-over: both shown on the case.
ALTER TABLE visit ADD COLUMN consent boolean NOT NULL DEFAULT false,
  ADD COLUMN no_more_for text,
  ADD CONSTRAINT visit_no_more_for CHECK (no_more_for IN ('settled', 'help', 'declined', 'other-way'));
