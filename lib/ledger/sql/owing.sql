-- Which accounts may owe something overdue; `ledger/sums` is put before this text and has its parameters.
-- Rows: tenancyId, surely. When more is due than all receipts brought, and more than what falls due today, something is overdue
-- whatever lies where. Where receipts name what comes later, or rent falls due today, the sums do not say it.
SELECT b.tenancy_id AS "tenancyId", b.due > b.today AS surely
FROM bounded b WHERE b.most > 0 AND b.passed
ORDER BY b.tenancy_id
