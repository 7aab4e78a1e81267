-- Rent accounts: entries and what payers named. Rows: kind, tenancy, its rows as json.
-- $1 day · $2 known at · $3 tenancy ids
SELECT 'entries' AS kind, e.tenancy_id AS "tenancyId", json_agg(json_build_array(
    e.id::text, e.kind, e.category, e.amount_cents::text, e.booked_on, e.due_on, e.reverses_id::text, e.source, e.source_number
  ) ORDER BY e.id)::text AS rows
FROM ledger_entry e
WHERE e.tenancy_id = ANY ($3::int[]) AND e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz
GROUP BY e.tenancy_id
UNION ALL
SELECT 'designations', d.tenancy_id, json_agg(json_build_array(d.payment_id::text, d.charge_id::text, d.amount_cents::text) ORDER BY d.id)::text
FROM designation d
WHERE d.tenancy_id = ANY ($3::int[]) AND d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
GROUP BY d.tenancy_id
