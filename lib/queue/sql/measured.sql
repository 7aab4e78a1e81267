-- Up to which day receipts are complete, and which day was last assessed in a run: what every empty list must say.
SELECT
  (SELECT min(through)::text FROM (SELECT max(through_day) AS through FROM receipts_complete GROUP BY account_id) per_source) AS "bankThrough",
  (SELECT max(day)::text FROM run WHERE status = 'done') AS "runDay"
