-- On which page of its statement a line stands: equal lines on two pages are two.
ALTER TABLE bank_line ADD COLUMN page INTEGER;
-- Where in its file it was told, to look it up there.
ALTER TABLE bank_line ADD COLUMN file_line INTEGER;
