-- Every tenancy by what its payers can be recognised by.
SELECT t.id AS tenancy_id, t.number, d.kind, t.starts_on::text, t.ends_on::text, t.payment_reference AS reference,
  coalesce((SELECT array_agg(b.iban) FROM tenancy_iban b WHERE b.tenancy_id = t.id AND b.forgotten_at IS NULL), '{}') AS ibans,
  (SELECT (r.net_cents + r.service_cents + r.heating_cents)::text FROM tenancy_rent r
    WHERE r.tenancy_id = t.id ORDER BY r.from_day DESC LIMIT 1) AS rent
FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id
ORDER BY t.id
