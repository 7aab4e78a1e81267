-- These tenancies and the others of their tenants, locked against other assessments until the transaction ends.
-- $1 tenancy ids
SELECT t.id FROM tenancy t
WHERE t.id IN (
  SELECT unnest($1::int[])
  UNION
  SELECT o.tenancy_id FROM tenancy_person p JOIN tenancy_person o ON o.person_id = p.person_id
  WHERE p.tenancy_id = ANY ($1::int[]) AND p.role IN ('tenant', 'co-tenant') AND o.role IN ('tenant', 'co-tenant')
)
ORDER BY t.id
FOR NO KEY UPDATE OF t
