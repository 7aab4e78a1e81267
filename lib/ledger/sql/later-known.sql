-- Entries of one account that were booked by a day and recorded after a moment, oldest first.
-- $1 tenancy · $2 day · $3 moment
SELECT id::text, kind, category, amount_cents::text AS amount, booked_on::text AS "bookedOn", due_on::text AS "dueOn", source,
  source_number AS number, description, recorded_at AS "recordedAt"
FROM ledger_entry
WHERE tenancy_id = $1 AND booked_on <= $2::date AND recorded_at > $3::timestamptz
ORDER BY recorded_at, id
