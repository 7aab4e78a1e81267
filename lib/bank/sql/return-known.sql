-- Bank line $1 reports a return that the ERP's reversal $3 of tenancy $2 already booked.
UPDATE bank_line SET disposition = 'ignored', because = 'erp-sent-it', tenancy_id = $2::int, entry_id = $3::bigint, settled_at = $4::timestamptz(3)
WHERE id = $1
