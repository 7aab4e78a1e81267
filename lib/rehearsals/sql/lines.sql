-- Rehearsals of a version, or one by its id, with how far they are. `present`: of the values the draft has now.
-- $1 version or null · $2 rehearsal or null · $3 colleague
SELECT r.id, r.version_id AS "versionId", r.base_version AS "baseVersion", r.kind, r.day::text AS day, r.asked_at AS "askedAt", r.days,
  (SELECT count(*)::int FROM rehearsal_day d WHERE d.rehearsal_id = r.id) AS "daysDone",
  r.finished_at IS NOT NULL AS finished, r.failed_at IS NOT NULL AS failed,
  r."values" = v."values" AS present,
  EXISTS (SELECT FROM rehearsal_reading g WHERE g.rehearsal_id = r.id AND g.staff_id = $3::int) AS "readByMe"
FROM rehearsal r JOIN policy_version v ON v.id = r.version_id
WHERE ($1::int IS NULL OR r.version_id = $1::int) AND ($2::int IS NULL OR r.id = $2::int)
ORDER BY r.id DESC
LIMIT 60
