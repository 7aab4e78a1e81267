-- People of whom nothing is needed any more: every tenancy they were in is over since $1, nothing of it is open, and nobody holds them.
-- $1 the last day on which the term was over, $2 at most so many
WITH gone AS (
  SELECT tp.person_id, tp.tenancy_id, least(t.ends_on, tp.until_day) AS ends_on, t.ends_on IS NOT NULL AS over FROM tenancy_person tp JOIN tenancy t ON t.id = tp.tenancy_id
),
owing AS (
  SELECT tenancy_id FROM ledger_entry GROUP BY tenancy_id
  HAVING sum(CASE WHEN kind IN ('charge', 'reversal') THEN amount_cents ELSE -amount_cents END) <> 0
)
SELECT p.id, count(*) OVER ()::int AS of FROM person p
WHERE p.erased_at IS NULL
  AND EXISTS (SELECT FROM gone g WHERE g.person_id = p.id)
  AND NOT EXISTS (SELECT FROM gone g WHERE g.person_id = p.id AND (g.ends_on IS NULL OR g.ends_on > $1::date))
  AND NOT EXISTS (SELECT FROM gone g JOIN arrears_case c ON c.tenancy_id = g.tenancy_id AND c.closed_on IS NULL WHERE g.person_id = p.id AND g.over)
  AND NOT EXISTS (SELECT FROM gone g JOIN owing o ON o.tenancy_id = g.tenancy_id WHERE g.person_id = p.id AND g.over)
  AND NOT EXISTS (SELECT FROM legal_hold h WHERE h.person_id = p.id AND h.ended_at IS NULL)
ORDER BY p.id LIMIT $2
