-- Rows that came in, of which something was left out: an e-mail address that is none, a number nobody can be called on.
ALTER TABLE import_file ADD COLUMN noted integer NOT NULL DEFAULT 0;
