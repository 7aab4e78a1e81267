-- How these tenancies stood when last assessed: those not answered with later knowledge than this moment.
-- $1 tenancy ids, or null for all · $2 known at
-- $3 which of them owe something overdue: only those, and those that must be assessed though they owe nothing, because a case
--    is open or the last answer was not a quiet one; null: all
SELECT t.id, last.fingerprint
FROM tenancy t
LEFT JOIN LATERAL (
  -- `+ 0` and OFFSET 0: found by the tenancy, one by one, never by going over the answers of all years.
  SELECT a.known_at, a.contact_step, a.flagged, a.fingerprint FROM assessment a
  WHERE a.id = (SELECT max(b.id + 0) FROM assessment b WHERE b.tenancy_id = t.id)
  OFFSET 0
) last ON true
WHERE t.recorded_at <= $2::timestamptz AND ($1::int[] IS NULL OR t.id = ANY ($1::int[]))
  AND (last.known_at IS NULL OR last.known_at <= $2::timestamptz)
  AND ($3::int[] IS NULL OR t.id = ANY ($3::int[])
    OR last.contact_step NOT IN ('cured', 'deceased', 'departed') OR last.flagged
    OR EXISTS (SELECT FROM arrears_case c WHERE c.tenancy_id = t.id AND c.closed_on IS NULL))
ORDER BY t.id
