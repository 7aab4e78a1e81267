-- What the payers of tenancies $1 may name besides their rent: how settlements are called, arrangements, and what is only their own number.
SELECT t.id AS "tenancyId", array_remove(ARRAY[t.number, t.payment_reference], NULL) AS own,
  coalesce((SELECT json_agg(json_build_array(e.id::text, e.description)) FROM ledger_entry e
    WHERE e.tenancy_id = t.id AND e.category = 'settlement' AND e.description IS NOT NULL), '[]')::text AS descriptions,
  coalesce((SELECT json_agg(json_build_object('agreedOn', a.agreed_on, 'endedOn', a.ended_on, 'instalments', (
      SELECT coalesce(json_agg(json_build_object('ordinal', i.ordinal, 'amount', i.amount_cents::text)), '[]') FROM instalment i WHERE i.arrangement_id = a.id)))
    FROM arrangement a WHERE a.tenancy_id = t.id), '[]')::text AS arrangements
FROM tenancy t WHERE t.id = ANY ($1::int[])
