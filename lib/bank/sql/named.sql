-- What receipts $1 were named for: by whom or what, and with which words.
SELECT DISTINCT ON (d.payment_id) d.payment_id::text AS "paymentId", d.because, d.words, d.said,
  CASE WHEN c.id IS NOT NULL THEN json_build_object('dueOn', c.due_on, 'category', c.category) END AS charge
FROM designation d LEFT JOIN ledger_entry c ON c.id = CASE WHEN d.said ->> 'kind' = 'charge' THEN (d.said ->> 'chargeId')::bigint END
WHERE d.payment_id = ANY ($1::bigint[]) AND d.undone_at IS NULL
ORDER BY d.payment_id, d.id DESC
