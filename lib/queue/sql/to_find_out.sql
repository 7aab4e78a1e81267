-- Tenancies of which somebody has to find something out, one row each: what stands open longest first. Joined after the open problems
-- of all (lib/cases/sql/problems.sql) as `problem`. $1 today, $2 only these tenancies; null: all
SELECT
  t.id AS "tenancyId", who.salutation, who.initials, who.prefix, who.last_name AS "lastName", false AS represented,
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city,
  'problems' AS tab, p.kind AS doing, NULL AS because, coalesce(a.months_behind, 0) AS "monthsBehind", coalesce(a.overdue_cents, 0)::text AS "overdueCents",
  NULL::int AS "silentDays", NULL::int AS "leadId", b.code AS "buildingCode", false AS "forManager", c.owner_id AS "ownerId", coalesce(NOT o.active, false) AS "ownerLeft", p.since::text AS since
FROM (SELECT DISTINCT ON (tenancy_id) tenancy_id, kind, since FROM problem WHERE tenancy_id IS NOT NULL AND ($2::int[] IS NULL OR tenancy_id = ANY ($2::int[])) ORDER BY tenancy_id, since, kind) p
JOIN tenancy t ON t.id = p.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
LEFT JOIN staff o ON o.id = c.owner_id
LEFT JOIN LATERAL (SELECT months_behind, overdue_cents FROM assessment WHERE tenancy_id = t.id ORDER BY id DESC LIMIT 1) a ON c.id IS NOT NULL
LEFT JOIN LATERAL (
  SELECT q.salutation, q.initials, q.prefix, q.last_name
  FROM tenancy_person tp JOIN person q ON q.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')
  ORDER BY q.deceased_on IS NOT NULL, tp.role = 'co-tenant', q.id LIMIT 1
) who ON true
