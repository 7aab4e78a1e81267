-- Staged lines that are known from an earlier file, or from an earlier page of this one: a batch holds lines of one statement only.
-- Answers how many, and what they come to.
WITH known AS (
  UPDATE staged_line s SET known = true FROM bank_line l WHERE l.account_id = s.account_id AND l.fingerprint = s.fingerprint
  RETURNING s.amount)
SELECT count(*)::int AS lines, coalesce(sum(amount), 0)::text AS cents FROM known
