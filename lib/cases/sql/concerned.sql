-- Which tenancies the rules were to be asked about on a day, with what was known at a moment, in the order of their numbers.
-- $1 day · $2 known at · $3 tenancies that owe something overdue · $4 tenancy ids, or null for all
SELECT t.id, t.number
FROM tenancy t
LEFT JOIN LATERAL (
  SELECT a.contact_step, a.flagged FROM assessment a
  WHERE a.tenancy_id = t.id AND a.day <= $1::date AND a.known_at <= $2::timestamptz ORDER BY a.id DESC LIMIT 1
) last ON true
WHERE t.recorded_at <= $2::timestamptz AND ($4::int[] IS NULL OR t.id = ANY ($4::int[]))
  AND (t.id = ANY ($3::int[])
    OR coalesce(last.contact_step NOT IN ('cured', 'deceased', 'departed') OR last.flagged, false)
    OR EXISTS (
      SELECT FROM arrears_case c
      WHERE c.tenancy_id = t.id AND c.opened_on <= $1::date AND c.recorded_at <= $2::timestamptz
        AND (c.closed_on IS NULL OR c.closed_on > $1::date OR c.closed_at > $2::timestamptz)
        AND NOT EXISTS (
          SELECT FROM case_reopening r
          WHERE r.case_id = c.id AND r.closed_on <= $1::date AND coalesce(r.closed_at <= $2::timestamptz, true)
            AND (r.reopened_on > $1::date OR r.recorded_at > $2::timestamptz)
        )
    ))
ORDER BY t.number COLLATE "C"
