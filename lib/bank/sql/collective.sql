-- Accounts that paid, or may have paid, for tenancies of different people: on whose rent accounts their lines ended, or to whom they
-- point. Who is called the same (a home with its garage, a couple that moved) is one household.
SELECT l.iban
FROM bank_line l
CROSS JOIN LATERAL (
  SELECT l.tenancy_id AS id WHERE l.disposition = 'posted' AND l.tenancy_id IS NOT NULL
  UNION SELECT b.tenancy_id FROM bank_part b WHERE b.line_id = l.id AND b.undone_at IS NULL
  UNION SELECT l.suggested_tenancy WHERE l.disposition = 'suspense' AND l.suggested_tenancy IS NOT NULL) t
JOIN tenancy_person tp ON tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')
JOIN person p ON p.id = tp.person_id
WHERE l.iban IS NOT NULL AND l.amount_cents > 0
GROUP BY l.iban HAVING count(DISTINCT lower(p.last_name)) > 2 OR (count(DISTINCT lower(p.last_name)) > 1 AND count(DISTINCT t.id) > 2)
