-- What was written for the team, of cases that closed before the term: notes, and what was noted of a try.
-- $1 the last day on which the term was over, $2 whether to do it, or only count
WITH closed AS (
  SELECT c.id, c.tenancy_id FROM arrears_case c WHERE c.closed_on <= $1::date
    AND NOT EXISTS (SELECT FROM arrears_case o WHERE o.tenancy_id = c.tenancy_id AND (o.closed_on IS NULL OR o.closed_on > $1::date))
    AND NOT EXISTS (
      SELECT FROM tenancy_person tp JOIN legal_hold h ON h.person_id = tp.person_id AND h.ended_at IS NULL WHERE tp.tenancy_id = c.tenancy_id
    )
),
notes AS (SELECT n.id FROM case_note n JOIN closed c ON c.id = n.case_id),
tries AS (SELECT a.id FROM attempt a JOIN closed c ON c.id = a.case_id WHERE a.note IS NOT NULL),
forgotten AS (DELETE FROM case_note WHERE $2 AND id IN (SELECT id FROM notes)),
emptied AS (UPDATE attempt SET note = NULL WHERE $2 AND id IN (SELECT id FROM tries))
SELECT ((SELECT count(*) FROM notes) + (SELECT count(*) FROM tries))::int AS count
