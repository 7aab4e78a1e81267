-- What was written for the team, of cases that closed before the term: notes, and what was noted of a try.
-- $1 the last day on which the term was over, $2 whether to do it, or only count
WITH closed AS (
  SELECT c.id, c.tenancy_id FROM arrears_case c WHERE c.closed_on <= $1::date
    AND NOT EXISTS (SELECT FROM arrears_case o WHERE o.tenancy_id = c.tenancy_id AND (o.closed_on IS NULL OR o.closed_on > $1::date))
    AND NOT EXISTS (
      SELECT FROM tenancy_person tp JOIN legal_hold h ON h.person_id = tp.person_id AND h.ended_at IS NULL WHERE tp.tenancy_id = c.tenancy_id
    )
),
-- What was noted without a case goes with the last one that closed.
notes AS (SELECT n.id FROM case_note n WHERE n.tenancy_id IN (SELECT tenancy_id FROM closed) AND n.at < $1::date + 1),
tries AS (SELECT a.id FROM attempt a WHERE a.note IS NOT NULL AND a.tenancy_id IN (SELECT tenancy_id FROM closed) AND a.day <= $1::date),
forgotten AS (DELETE FROM case_note WHERE $2 AND id IN (SELECT id FROM notes)),
emptied AS (UPDATE attempt SET note = NULL WHERE $2 AND id IN (SELECT id FROM tries))
SELECT ((SELECT count(*) FROM notes) + (SELECT count(*) FROM tries))::int AS count
