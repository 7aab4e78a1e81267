-- Tenancies on which a receipt of exactly this amount was booked lately, the latest first. $1 today, $2 cents
SELECT
  t.id AS "tenancyId", who.salutation, who.initials, who.prefix, who.last_name AS "lastName", false AS represented,
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city,
  a.contact_step AS doing, coalesce(a.months_behind, 0) AS "monthsBehind", coalesce(a.overdue_cents, 0)::text AS "overdueCents",
  t.number, t.ends_on::text AS "endsOn", c.id IS NOT NULL AS open, NULL AS "viaRole", NULL AS "viaName", hit.booked_on::text AS "paidOn"
FROM (
  SELECT DISTINCT ON (tenancy_id) tenancy_id, booked_on FROM (
    SELECT tenancy_id, booked_on FROM ledger_entry
    WHERE kind = 'payment' AND amount_cents = $2::bigint AND booked_on BETWEEN $1::date - 120 AND $1::date ORDER BY booked_on DESC LIMIT 400
  ) l ORDER BY tenancy_id, booked_on DESC
) hit
JOIN tenancy t ON t.id = hit.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
LEFT JOIN LATERAL (SELECT contact_step, months_behind, overdue_cents FROM assessment WHERE tenancy_id = t.id ORDER BY id DESC LIMIT 1) a ON c.id IS NOT NULL
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $1::date)
  ORDER BY p.deceased_on IS NOT NULL, tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
ORDER BY c.id IS NULL, hit.booked_on DESC, who.last_name, t.id
LIMIT 50
