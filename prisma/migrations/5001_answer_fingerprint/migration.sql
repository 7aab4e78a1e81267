-- What an answer and the amounts beside it come to, in short: tells that nothing changed without reading the answer itself.
-- Answers from before have none; they are compared as they stand.
ALTER TABLE assessment ADD COLUMN fingerprint text;
