-- The sums of every account; `ledger/sums` is put before this text and has its parameters. `laid`: it must be laid out,
-- for what is due, or because money that is held pays nothing of what is booked ahead.
SELECT b.tenancy_id AS "tenancyId", greatest(0, b.due + b.not_due)::text AS open, greatest(0, -b.due - b.not_due)::text AS credit, b.most > 0 OR (b.elsewhere > 0 AND b.not_due > 0 AND b.may_wait) AS laid
FROM bounded b ORDER BY b.tenancy_id
