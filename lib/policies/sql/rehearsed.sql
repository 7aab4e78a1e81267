-- Finished rehearsals of a draft's present values beside the version in force, and whether this colleague read them.
-- $1 version · $2 version in force · $3 colleague
SELECT EXISTS (SELECT FROM rehearsal_reading g WHERE g.rehearsal_id = r.id AND g.staff_id = $3::int) AS read
FROM rehearsal r JOIN policy_version v ON v.id = r.version_id
WHERE v.id = $1::int AND r.kind = 'rehearsal' AND r.finished_at IS NOT NULL AND r.base_version = $2::int AND r."values" = v."values"
