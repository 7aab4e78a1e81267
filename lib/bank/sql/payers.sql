-- Every tenancy by what its payers can be recognised by.
SELECT t.id AS tenancy_id, t.number, d.kind, t.starts_on::text, t.ends_on::text, t.payment_reference AS reference,
  d.street, d.house_number, concat(d.house_letter, d.addition) AS suffix, d.postcode,
  account.ibans, rent.amounts AS rents, latest.overdue, terms.amounts AS instalments, people.names
FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id
LEFT JOIN (
  SELECT tenancy_id, array_agg(DISTINCT iban) AS ibans FROM tenancy_iban WHERE forgotten_at IS NULL GROUP BY tenancy_id
) account ON account.tenancy_id = t.id
LEFT JOIN (
  -- The rent now first, then what it was.
  SELECT tenancy_id, array_agg((net_cents + service_cents + heating_cents)::text ORDER BY from_day DESC) AS amounts
  FROM tenancy_rent GROUP BY tenancy_id
) rent ON rent.tenancy_id = t.id
LEFT JOIN (
  SELECT c.tenancy_id, a.overdue_cents::text AS overdue FROM arrears_case c CROSS JOIN LATERAL (
    SELECT overdue_cents FROM assessment WHERE tenancy_id = c.tenancy_id ORDER BY id DESC LIMIT 1) a
  WHERE c.closed_on IS NULL
) latest ON latest.tenancy_id = t.id
LEFT JOIN (
  SELECT a.tenancy_id, array_agg(DISTINCT i.amount_cents::text) AS amounts
  FROM arrangement a JOIN instalment i ON i.arrangement_id = a.id WHERE a.ended_on IS NULL GROUP BY a.tenancy_id
) terms ON terms.tenancy_id = t.id
LEFT JOIN (
  SELECT tp.tenancy_id, json_agg(DISTINCT jsonb_build_array(p.prefix, p.last_name))::text AS names
  FROM tenancy_person tp JOIN person p ON p.id = tp.person_id WHERE tp.role IN ('tenant', 'co-tenant') GROUP BY tp.tenancy_id
) people ON people.tenancy_id = t.id
ORDER BY t.id
