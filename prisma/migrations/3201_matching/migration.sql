-- What speaks for whom of a bank line that was not simply known, and the tenancies it may well be for.
ALTER TABLE bank_line ADD COLUMN suggestions jsonb, ADD COLUMN suspects integer[] NOT NULL DEFAULT '{}';
CREATE INDEX bank_line_suspects ON bank_line USING gin (suspects) WHERE suspects <> '{}';
