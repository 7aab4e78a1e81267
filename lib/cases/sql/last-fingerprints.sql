-- What the last answer of each of these tenancies came to, in short. $1 tenancy ids
-- `+ 0`: the last of one tenancy is found by the tenancy, never by walking back over the answers of all.
SELECT a.tenancy_id AS id, a.fingerprint
FROM unnest($1::int[]) AS n (id)
JOIN assessment a ON a.id = (SELECT max(b.id + 0) FROM assessment b WHERE b.tenancy_id = n.id)
