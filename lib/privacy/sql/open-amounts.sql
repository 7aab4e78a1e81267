-- What is open of each of these tenancies, in cents. $1 tenancies
SELECT tenancy_id AS id, sum(CASE WHEN kind IN ('charge', 'reversal') THEN amount_cents ELSE -amount_cents END)::text AS open
FROM ledger_entry WHERE tenancy_id = ANY ($1::int[]) GROUP BY tenancy_id
