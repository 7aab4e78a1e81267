-- Who transfers the rent by themselves and still pays what it was before it changed: the last receipt since then is exactly the old amount.
-- $1 today. Only where the rent changed within a year, and a month at the new rent was due.
WITH changed AS (
  SELECT DISTINCT ON (r.tenancy_id) r.tenancy_id, r.from_day, r.net_cents + r.service_cents + r.heating_cents AS rent,
    (SELECT p.net_cents + p.service_cents + p.heating_cents FROM tenancy_rent p
      WHERE p.tenancy_id = r.tenancy_id AND p.from_day < r.from_day ORDER BY p.from_day DESC LIMIT 1) AS before
  FROM tenancy_rent r WHERE r.from_day <= $1::date AND r.from_day > $1::date - 365
  ORDER BY r.tenancy_id, r.from_day DESC
)
SELECT t.id AS "tenancyId", t.number, c.from_day::text AS since, c.rent::text AS rent, c.before::text AS before, last.booked_on::text AS "paidOn",
  who.salutation, who.initials, who.prefix, who.last_name AS "lastName",
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city,
  asked.asked_on::text AS "askedOn"
FROM changed c
JOIN tenancy t ON t.id = c.tenancy_id AND (t.ends_on IS NULL OR t.ends_on >= $1::date) AND t.payment_method IS DISTINCT FROM 'direct-debit'
JOIN dwelling d ON d.id = t.dwelling_id
JOIN LATERAL (
  SELECT l.booked_on, l.amount_cents FROM ledger_entry l
  WHERE l.tenancy_id = t.id AND l.kind = 'payment' AND l.booked_on >= c.from_day AND l.booked_on <= $1::date
    AND NOT EXISTS (SELECT FROM ledger_entry v WHERE v.reverses_id = l.id)
  ORDER BY l.booked_on DESC, l.id DESC LIMIT 1
) last ON last.amount_cents = c.before
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $1::date) AND p.deceased_on IS NULL
  ORDER BY tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
LEFT JOIN LATERAL (
  SELECT l.asked_on FROM letter l WHERE l.tenancy_id = t.id AND l.kind = 'check-transfer' AND l.asked_on >= c.from_day AND l.withdrawn_on IS NULL
  ORDER BY l.id DESC LIMIT 1
) asked ON true
WHERE c.before IS NOT NULL AND c.before < c.rent
-- Of whom no letter was asked yet come first: the next five hundred are there when these are done.
ORDER BY asked.asked_on IS NOT NULL, d.city, d.street, d.house_number, t.id
LIMIT 500
