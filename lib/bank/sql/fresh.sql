-- Which staged lines are new: not in an earlier file and not twice in this one.
WITH counted AS (SELECT line_no, row_number() OVER (PARTITION BY account_id, fingerprint ORDER BY line_no) AS nth FROM staged_line)
UPDATE staged_line s SET known = true FROM counted c
WHERE c.line_no = s.line_no AND (c.nth > 1 OR EXISTS (
  SELECT FROM bank_line l WHERE l.account_id = s.account_id AND l.fingerprint = s.fingerprint));
