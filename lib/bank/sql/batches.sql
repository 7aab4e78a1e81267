-- Own batches on statement $1, each with the collection of ours it is: `ours` what we sent under that name in all, `booked` what the bank
-- booked under it in all. Without a name that we know: a collection of the same amount within five days, under a name no line bears.
WITH line AS (
  SELECT * FROM bank_line WHERE statement_id = $1::int AND disposition = 'own' AND because = 'own-batch' AND amount_cents > 0
), named AS (
  SELECT l.id,
    coalesce(
      (SELECT sum(b.amount_cents) FROM collection_batch b WHERE b.account_id = l.account_id AND b.batch_id = l.batch),
      (SELECT sum(b.amount_cents) FROM collection_batch b WHERE b.account_id = l.account_id AND b.message_id = l.batch)) AS ours,
    (SELECT sum(o.amount_cents) FROM bank_line o
      WHERE o.account_id = l.account_id AND o.batch = l.batch AND o.disposition = 'own' AND o.because = 'own-batch' AND o.amount_cents > 0) AS booked
  FROM line l
)
SELECT l.id, coalesce(n.ours, alike.amount_cents)::text AS "oursCents", CASE WHEN n.ours IS NULL THEN l.amount_cents ELSE n.booked END::text AS "bookedCents",
  coalesce(l.batch, alike.batch_id) AS name
FROM line l JOIN named n ON n.id = l.id
LEFT JOIN LATERAL (
  SELECT b.batch_id, b.amount_cents FROM collection_batch b
  WHERE n.ours IS NULL AND b.account_id = l.account_id AND b.amount_cents = l.amount_cents AND abs(b.collect_on - l.booked_on) <= 5
    AND NOT EXISTS (SELECT FROM bank_line o WHERE o.account_id = b.account_id AND o.batch IN (b.batch_id, b.message_id))
  ORDER BY abs(b.collect_on - l.booked_on), b.id LIMIT 1) alike ON true
