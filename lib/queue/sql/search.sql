-- Tenancies in which every word of the question occurs: name, door, building, contract number, payment reference, phone, account or the code of a card.
-- $1 today, $2 words as patterns, $3 the same words bare: what is somebody's word as a whole comes before what only holds it.
WITH word AS (SELECT pattern, bare FROM unnest($2::text[], $3::text[]) AS w (pattern, bare)),
-- Three letters or more find their few by the index; shorter words only narrow those down.
telling AS (SELECT DISTINCT pattern FROM word WHERE length(bare) >= 3 OR NOT EXISTS (SELECT FROM word longer WHERE length(longer.bare) >= 3)),
hit AS (
  SELECT w.pattern, tp.tenancy_id FROM telling w JOIN person p ON person_text(p.initials, p.prefix, p.last_name) LIKE w.pattern
    JOIN tenancy_person tp ON tp.person_id = p.id
  UNION SELECT w.pattern, tp.tenancy_id FROM telling w JOIN contact_point k ON k.kind <> 'email' AND replace(k.value, '+31', '0') LIKE w.pattern
    JOIN tenancy_person tp ON tp.person_id = k.person_id
  UNION SELECT w.pattern, t.id FROM telling w
    JOIN dwelling d ON door_text(d.street, d.house_number, d.house_letter, d.addition, d.postcode, d.city) LIKE w.pattern JOIN tenancy t ON t.dwelling_id = d.id
  UNION SELECT w.pattern, t.id FROM telling w JOIN building b ON plain_text(b.name) LIKE w.pattern JOIN dwelling d ON d.building_id = b.id JOIN tenancy t ON t.dwelling_id = d.id
  UNION SELECT w.pattern, t.id FROM telling w JOIN tenancy t ON lower(t.number) LIKE w.pattern OR lower(t.payment_reference) LIKE w.pattern
  UNION SELECT w.pattern, i.tenancy_id FROM telling w JOIN tenancy_iban i ON i.forgotten_at IS NULL AND lower(i.iban) LIKE w.pattern
  UNION SELECT w.pattern, c.tenancy_id FROM telling w JOIN callback_card c ON plain_text(c.code) LIKE w.pattern
),
-- Of a word that thousands have only the first two thousand are looked at, those with an open case before others: nobody reads more.
likely AS (
  SELECT h.tenancy_id FROM (SELECT tenancy_id FROM hit GROUP BY tenancy_id HAVING count(*) = (SELECT count(*) FROM telling)) h
  LEFT JOIN arrears_case open ON open.tenancy_id = h.tenancy_id AND open.closed_on IS NULL ORDER BY open.id IS NULL, h.tenancy_id LIMIT 2000
)
SELECT
  t.id AS "tenancyId", who.salutation, who.initials, who.prefix, who.last_name AS "lastName", false AS represented,
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city,
  a.contact_step AS doing, coalesce(a.months_behind, 0) AS "monthsBehind", coalesce(a.overdue_cents, 0)::text AS "overdueCents",
  t.number, t.ends_on::text AS "endsOn", c.id IS NOT NULL AS open, other.role AS "viaRole", other.name AS "viaName"
FROM likely l
JOIN tenancy t ON t.id = l.tenancy_id
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN building b ON b.id = d.building_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
LEFT JOIN LATERAL (SELECT contact_step, months_behind, overdue_cents FROM assessment WHERE tenancy_id = t.id ORDER BY id DESC LIMIT 1) a ON c.id IS NOT NULL
LEFT JOIN LATERAL (
  SELECT p.id, p.salutation, p.initials, p.prefix, p.last_name, person_text(p.initials, p.prefix, p.last_name) AS text
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $1::date)
  ORDER BY p.deceased_on IS NOT NULL, tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
-- Found by somebody else of the household: whose home it is says so.
LEFT JOIN LATERAL (
  SELECT tp.role, concat_ws(' ', p.initials, p.prefix, p.last_name) AS name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND p.id <> who.id
    AND EXISTS (SELECT FROM telling w WHERE person_text(p.initials, p.prefix, p.last_name) LIKE w.pattern AND who.text NOT LIKE w.pattern)
  ORDER BY p.id LIMIT 1
) other ON true
CROSS JOIN LATERAL (
  SELECT ' ' || concat_ws(' ', lower(t.number), lower(t.payment_reference), door_text(d.street, d.house_number, d.house_letter, d.addition, d.postcode, d.city), plain_text(b.name),
    (SELECT string_agg(person_text(p.initials, p.prefix, p.last_name), ' ') FROM tenancy_person tp JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id),
    (SELECT string_agg(replace(k.value, '+31', '0'), ' ') FROM tenancy_person tp JOIN contact_point k ON k.person_id = tp.person_id WHERE tp.tenancy_id = t.id AND k.kind <> 'email'),
    (SELECT string_agg(lower(i.iban), ' ') FROM tenancy_iban i WHERE i.tenancy_id = t.id AND i.forgotten_at IS NULL),
    (SELECT string_agg(plain_text(code), ' ') FROM callback_card WHERE tenancy_id = t.id)) || ' ' AS text
) whole
WHERE NOT EXISTS (SELECT FROM word w WHERE whole.text NOT LIKE w.pattern)
ORDER BY (SELECT count(*) FROM word w WHERE strpos(whole.text, ' ' || w.bare || ' ') > 0) DESC, other.name IS NOT NULL, c.id IS NULL, t.ends_on IS NOT NULL, who.last_name, t.id
LIMIT 50
