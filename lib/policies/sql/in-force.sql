-- The version that decides on a day, of those known at a moment. The same choice as inForce in policies/domain/status.
-- $1 day · $2 known at, or null for everything known
SELECT version, name, "values"::text AS "values"
FROM policy_version
WHERE effective_from <= $1::date
  AND ($2::timestamptz IS NULL OR activated_at <= $2::timestamptz)
  AND (withdrawn_at IS NULL OR withdrawn_at > $2::timestamptz)
ORDER BY effective_from DESC, activated_at DESC, version DESC
LIMIT 1
