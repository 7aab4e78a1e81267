-- Money on its way that no receipt matched yet, of tenancy $2 or of all; after its day ($1) it is for somebody to find out.
SELECT v.id, v.kind, v.amount_cents::text AS cents, v.receipt_number AS "receiptNumber", v.paid_on::text AS "paidOn",
  v.holds_until::text AS "holdsUntil", v.holds_until < $1::date AS overdue, t.id AS "tenancyId", t.number,
  (SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' en ' ORDER BY tp.id) FROM tenancy_person tp
    JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')) AS names
FROM money_on_its_way v JOIN tenancy t ON t.id = v.tenancy_id
WHERE $2::int IS NULL OR v.tenancy_id = $2::int
ORDER BY v.holds_until, v.id LIMIT 100
