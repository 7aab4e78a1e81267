-- What the rent administration says that receipts are for: kept as it says it, with the last month that it reaches into where
-- every number is known. Another word than its last one takes the place of it and of what was read in a text, never of a person's.
CREATE TEMP TABLE erp_named ON COMMIT DROP AS
SELECT s.tenancy_id, e.id AS payment_id, s.pays, string_to_array(s.pays, ' ') AS numbers
FROM staged s
JOIN ledger_entry e ON e.tenancy_id = s.tenancy_id AND e.id = coalesce(
  (SELECT w.entry_id FROM cross_source_duplicate w WHERE (w.tenancy_id, w.source_number) = (s.tenancy_id, s.number)),
  (SELECT l.id FROM ledger_entry l WHERE (l.tenancy_id, l.source, l.source_number) = (s.tenancy_id, 'erp', s.number)))
WHERE s.pays IS NOT NULL AND (s.outcome IN ('added', 'known') OR s.code_said = 'bank-sent-it')
  AND s.pays IS DISTINCT FROM (SELECT d.words FROM designation d WHERE d.payment_id = e.id AND d.because = 'erp' ORDER BY d.id DESC LIMIT 1)
  AND NOT EXISTS (SELECT FROM designation d WHERE d.payment_id = e.id AND d.because = 'desk' AND d.undone_at IS NULL);
UPDATE designation d SET undone_at = i.moment FROM erp_named n CROSS JOIN importing i WHERE d.payment_id = n.payment_id AND d.undone_at IS NULL;
INSERT INTO designation (tenancy_id, payment_id, because, said, words, reaches, recorded_at)
SELECT n.tenancy_id, n.payment_id, 'erp', jsonb_build_object('kind', 'numbers', 'numbers', to_jsonb(n.numbers), 'awaited', true), n.pays,
  CASE WHEN k.known = cardinality(n.numbers) THEN k.last ELSE '9999-12' END, i.moment
FROM erp_named n CROSS JOIN importing i CROSS JOIN LATERAL (
  SELECT count(*) AS known, to_char(max(c.due_on), 'YYYY-MM') AS last FROM ledger_entry c
  WHERE c.tenancy_id = n.tenancy_id AND c.source = 'erp' AND c.kind = 'charge' AND c.source_number = ANY (n.numbers)) k;
INSERT INTO touched SELECT DISTINCT tenancy_id FROM erp_named;
DROP TABLE erp_named
