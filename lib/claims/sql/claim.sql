-- Opens a case softly: $1 tenancy, $2 who, $3 on the phone, $4 also when a colleague has it, $5 minutes after which a claim is nobody's. One case per colleague at a time.
WITH gone AS (
  DELETE FROM case_claim
  WHERE seen_at < clock_timestamp() - make_interval(mins => $5::int) OR (staff_id = $2::int AND tenancy_id <> $1::int)
  RETURNING tenancy_id
)
INSERT INTO case_claim (tenancy_id, staff_id, since, seen_at, calling)
SELECT $1::int, $2::int, clock_timestamp(), clock_timestamp(), $3::boolean
WHERE EXISTS (SELECT FROM tenancy WHERE id = $1::int) AND (SELECT count(*) FROM gone) >= 0
ON CONFLICT (tenancy_id) DO UPDATE
SET staff_id = excluded.staff_id,
    since = CASE WHEN case_claim.staff_id = excluded.staff_id THEN case_claim.since ELSE excluded.since END,
    seen_at = excluded.seen_at,
    calling = excluded.calling
WHERE case_claim.staff_id = excluded.staff_id OR $4::boolean OR case_claim.seen_at < clock_timestamp() - make_interval(mins => $5::int)
