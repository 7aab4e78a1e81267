-- How these tenancies stood when last assessed, and whether a case is open: tells which must be assessed though they owe nothing.
-- $1 tenancy ids, or null for all · $2 known at
SELECT t.id, last.known_at AS "lastKnownAt",
  coalesce(last.contact_step NOT IN ('cured', 'deceased', 'departed') OR last.flagged, false)
    OR EXISTS (SELECT FROM arrears_case c WHERE c.tenancy_id = t.id AND c.closed_on IS NULL) AS unsettled
FROM tenancy t
LEFT JOIN LATERAL (
  SELECT a.known_at, a.contact_step, a.flagged FROM assessment a WHERE a.tenancy_id = t.id ORDER BY a.id DESC LIMIT 1
) last ON true
WHERE t.recorded_at <= $2::timestamptz AND ($1::int[] IS NULL OR t.id = ANY ($1::int[]))
