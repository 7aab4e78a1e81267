-- Whose last answer is the same as this one, told by its fingerprint.
-- `+ 0`: the last of one tenancy is found by the tenancy, never by walking back over the answers of all.
-- $1 tenancy ids · $2 for each, the fingerprint
SELECT n.tenancy_id AS "tenancyId"
FROM unnest($1::int[], $2::text[]) AS n (tenancy_id, fingerprint)
JOIN assessment last ON last.id = (SELECT max(a.id + 0) FROM assessment a WHERE a.tenancy_id = n.tenancy_id)
WHERE last.fingerprint = n.fingerprint
