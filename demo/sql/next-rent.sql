-- The rent run of the month that starts on $1: a charge per part of the rent for every tenancy that runs then.
SELECT t.id AS "tenancyId", t.number, r.net_cents::int AS net, r.service_cents::int AS service, r.heating_cents::int AS heating
FROM tenancy t
CROSS JOIN LATERAL (
  SELECT * FROM tenancy_rent r WHERE r.tenancy_id = t.id AND r.from_day <= $1::date ORDER BY r.from_day DESC LIMIT 1
) r
WHERE t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
ORDER BY t.id
