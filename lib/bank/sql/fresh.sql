-- Which staged lines are known from an earlier file, and what the others are called. A batch holds lines of one page of one statement.
-- Equal lines are counted over all that the bank ever told, less those of a statement that cannot be this one told again: another page
-- of it, the one before or after it, another one from the same day on with another opening balance (unless it has lines of days before:
-- a month may say only on which day it closes). `nth` counts them within the statement.
-- Answers how many are known, and what they come to.
WITH RECURSIVE me AS (
  SELECT t.*, s.page AS on_page, s.first FROM (SELECT statement_id, min(page) AS page, min(booked_on) AS first FROM staged_line GROUP BY 1) s
  JOIN bank_statement t ON t.id = s.statement_id
), equal AS (
  SELECT s.account_id, s.fingerprint, 1 AS ordinal, l.statement_id, l.page
  FROM (SELECT DISTINCT account_id, fingerprint FROM staged_line) s
  JOIN bank_line l ON l.account_id = s.account_id AND l.fingerprint = s.fingerprint
  UNION ALL
  SELECT e.account_id, e.fingerprint, e.ordinal + 1, l.statement_id, l.page
  FROM equal e JOIN bank_line l ON l.account_id = e.account_id AND l.fingerprint = e.fingerprint || '.' || (e.ordinal + 1)
), other AS (
  SELECT o.id, m.on_page AS page, o.id = m.id AS is_this,
    o.id <> m.id AND coalesce(
      (m.from_day >= o.to_day AND m.opening_cents = o.closing_cents AND o.opening_cents <> o.closing_cents)
      OR (o.from_day >= m.to_day AND o.opening_cents = m.closing_cents AND m.opening_cents <> m.closing_cents)
      OR (o.from_day = m.from_day AND o.opening_cents <> m.opening_cents AND m.first >= m.from_day
        AND NOT EXISTS (SELECT FROM bank_line l WHERE l.statement_id = o.id AND l.booked_on < o.from_day))
      OR (o.kind = 'statement' AND m.kind = 'statement' AND o.from_day = m.from_day AND o.to_day = m.to_day AND o.sequence <> m.sequence
        AND coalesce(m.opening_cents = m.closing_cents, true)), false) AS is_apart
  FROM me m JOIN bank_statement o ON o.account_id = m.account_id AND o.id IN (SELECT statement_id FROM equal)
), told AS (
  SELECT e.account_id, e.fingerprint, count(*) AS ever,
    count(*) FILTER (WHERE NOT o.is_apart AND NOT coalesce(o.is_this AND e.page <> o.page, false)) AS here
  FROM equal e JOIN other o ON o.id = e.statement_id GROUP BY 1, 2
), named AS (
  UPDATE staged_line s SET known = s.nth <= coalesce(t.here, 0),
    fingerprint = s.fingerprint || CASE WHEN s.nth - coalesce(t.here, 0) + coalesce(t.ever, 0) > 1
      THEN '.' || (s.nth - coalesce(t.here, 0) + coalesce(t.ever, 0)) ELSE '' END
  FROM staged_line me LEFT JOIN told t ON t.account_id = me.account_id AND t.fingerprint = me.fingerprint
  WHERE s.line_no = me.line_no AND (t.ever IS NOT NULL OR s.nth > 1)
  RETURNING s.amount, s.known)
SELECT count(*)::int AS lines, coalesce(sum(amount), 0)::text AS cents FROM named WHERE known
