-- Every tenancy that runs on day $1, with what the demo needs to let its money come in.
-- $1 day
SELECT t.id AS "tenancyId", t.number, t.dwelling_id AS "dwellingId", t.payment_reference AS reference,
  t.starts_on::text AS "startsOn", t.ends_on::text AS "endsOn",
  (SELECT i.iban FROM tenancy_iban i WHERE i.tenancy_id = t.id AND i.forgotten_at IS NULL ORDER BY i.id LIMIT 1) AS iban,
  (SELECT r.net_cents + r.service_cents + r.heating_cents FROM tenancy_rent r
    WHERE r.tenancy_id = t.id AND r.from_day <= $1::date + 12 ORDER BY r.from_day DESC LIMIT 1)::int AS rent,
  (SELECT p.last_name FROM tenancy_person tp JOIN person p ON p.id = tp.person_id
    WHERE tp.tenancy_id = t.id AND tp.role = 'tenant' ORDER BY tp.id LIMIT 1) AS name,
  EXISTS (SELECT FROM tenancy_person tp WHERE tp.tenancy_id = t.id AND tp.role = 'representative')
    OR EXISTS (SELECT FROM hold h WHERE h.tenancy_id = t.id AND h.reason = 'help-running' AND h.from_day > $1::date - 300) AS "lookedAfter",
  coalesce((SELECT json_agg(json_build_object('madeOn', p.made_on, 'promisedOn', p.promised_on, 'amount', p.amount_cents))
    FROM payment_promise p WHERE p.tenancy_id = t.id AND p.withdrawn_on IS NULL AND p.undone_at IS NULL
      AND p.promised_on > $1::date - 10), '[]')::text AS promises,
  coalesce((SELECT json_agg(json_build_object('dueOn', i.due_on, 'amount', i.amount_cents))
    FROM arrangement a JOIN instalment i ON i.arrangement_id = a.id
    WHERE a.tenancy_id = t.id AND a.ended_on IS NULL AND i.due_on BETWEEN $1::date - 10 AND $1::date + 14), '[]')::text AS instalments,
  coalesce((SELECT json_agg(DISTINCT a.day) FROM attempt a
    WHERE a.tenancy_id = t.id AND a.channel = 'sms' AND a.undone_at IS NULL AND a.outcome IN ('sent', 'delivered')
      AND a.day > $1::date - 21), '[]')::text AS "messagedOn"
FROM tenancy t
WHERE t.starts_on <= $1::date + 31 AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
ORDER BY t.id
