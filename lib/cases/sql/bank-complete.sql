-- Up to which day receipts are complete: of the bank accounts when statements come in, else of the ERP's file. Null: nothing known.
-- $1 known at
SELECT coalesce(
  max(through_day) FILTER (WHERE account_id IS NOT NULL),
  max(through_day) FILTER (WHERE account_id IS NULL)
)::text AS through
FROM receipts_complete
WHERE recorded_at <= $1::timestamptz
