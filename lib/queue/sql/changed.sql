-- Tenancies about which something was written since these marks, with those of the same people: what was said to one counts for the other.
-- $1 audit, $2 assessment, $3 attempt: the numbers after which to look
WITH touched AS (
  SELECT tenancy_id FROM audit_event WHERE id > $1::bigint AND tenancy_id IS NOT NULL
  UNION SELECT tenancy_id FROM assessment WHERE id > $2::bigint
  UNION SELECT tenancy_id FROM attempt WHERE id > $3::bigint
)
SELECT tenancy_id AS id FROM touched
UNION
SELECT theirs.tenancy_id FROM touched JOIN tenancy_person mine ON mine.tenancy_id = touched.tenancy_id
  JOIN tenancy_person theirs ON theirs.person_id = mine.person_id AND theirs.role <> 'representative' AND mine.role <> 'representative'
