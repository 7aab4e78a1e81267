-- How these tenancies stood when last assessed, and whether a case is open: tells which must be assessed though they owe nothing.
-- $1 tenancy ids, or null for all · $2 known at
SELECT t.id, last.known_at AS "lastKnownAt", last.fingerprint,
  coalesce(last.contact_step NOT IN ('cured', 'deceased', 'departed') OR last.flagged, false)
    OR EXISTS (SELECT FROM arrears_case c WHERE c.tenancy_id = t.id AND c.closed_on IS NULL) AS unsettled
FROM tenancy t
LEFT JOIN LATERAL (
  -- `+ 0` and OFFSET 0: found by the tenancy, one by one, never by going over the answers of all years.
  SELECT a.known_at, a.contact_step, a.flagged, a.fingerprint FROM assessment a
  WHERE a.id = (SELECT max(b.id + 0) FROM assessment b WHERE b.tenancy_id = t.id)
  OFFSET 0
) last ON true
WHERE t.recorded_at <= $2::timestamptz AND ($1::int[] IS NULL OR t.id = ANY ($1::int[]))
