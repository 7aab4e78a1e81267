-- What payments $1 were named for: by whom or what, with which words, and how much for which charge.
SELECT d.payment_id::text AS "paymentId", min(d.because) AS because, min(d.words) AS words,
  json_agg(json_build_object('dueOn', c.due_on, 'category', c.category, 'cents', d.amount_cents::text) ORDER BY c.due_on, c.id)::text AS charges
FROM designation d JOIN ledger_entry c ON c.id = d.charge_id
WHERE d.payment_id = ANY ($1::bigint[]) AND d.undone_at IS NULL GROUP BY d.payment_id
