-- Tenancies in which every word of the question occurs: name, address, building, contract number or phone. $1 today, $2 words as patterns.
SELECT
  t.id AS "tenancyId", who.salutation, who.initials, who.prefix, who.last_name AS "lastName", false AS represented,
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city,
  a.contact_step AS doing, coalesce(a.months_behind, 0) AS "monthsBehind", coalesce(a.overdue_cents, 0)::text AS "overdueCents",
  t.number, t.ends_on::text AS "endsOn", c.id IS NOT NULL AS open
FROM tenancy t
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
LEFT JOIN LATERAL (SELECT contact_step, months_behind, overdue_cents FROM assessment WHERE tenancy_id = t.id ORDER BY id DESC LIMIT 1) a ON c.id IS NOT NULL
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $1::date)
  ORDER BY p.deceased_on IS NOT NULL, tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
LEFT JOIN LATERAL (
  SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name, replace(k.value, '+31', '0')), ' ') AS text
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id LEFT JOIN contact_point k ON k.person_id = p.id AND k.kind <> 'email'
  WHERE tp.tenancy_id = t.id
) names ON true
WHERE (
  SELECT bool_and(plain_text(concat_ws(' ', t.number, d.street, d.house_number || coalesce('-' || d.house_letter, '') || coalesce('-' || d.addition, ''),
    d.house_number || coalesce(d.house_letter, ''), d.postcode, d.city, b.name, names.text)) LIKE word)
  FROM unnest($2::text[]) word
)
ORDER BY c.id IS NULL, t.ends_on IS NOT NULL, who.last_name, t.id
LIMIT 50
