-- Yearly settlements that were due, of tenancies that owe something. What is open of each is told by the account itself (imputation in
-- time); here only who may be, with the amount and its day. $1 today, $2 the tenancies that owe
SELECT t.id AS "tenancyId", t.number, l.id::text AS "entryId", l.due_on::text AS since, l.amount_cents::text AS amount,
  who.salutation, who.initials, who.prefix, who.last_name AS "lastName",
  d.kind, d.street, d.house_number AS "houseNumber", d.house_letter AS "houseLetter", d.addition, d.city, c.id IS NOT NULL AS open
FROM ledger_entry l
JOIN tenancy t ON t.id = l.tenancy_id AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN arrears_case c ON c.tenancy_id = t.id AND c.closed_on IS NULL
LEFT JOIN LATERAL (
  SELECT p.salutation, p.initials, p.prefix, p.last_name
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
  WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= $1::date)
  ORDER BY p.deceased_on IS NOT NULL, tp.role = 'co-tenant', p.id LIMIT 1
) who ON true
WHERE l.kind = 'charge' AND l.category = 'settlement' AND l.due_on < $1::date AND l.due_on > $1::date - 540 AND l.tenancy_id = ANY ($2::int[])
ORDER BY d.city, d.street, d.house_number, t.id, l.id
