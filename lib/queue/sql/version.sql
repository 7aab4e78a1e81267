-- How far the books were when asked: `whole` changes when everything has to be asked anew (a run or a file began or ended), the marks when one tenancy did.
-- A transaction may commit after one with a later number: the counts of the last three hundred rows tell that too.
SELECT concat_ws(' ', (SELECT max(id) FROM run), (SELECT count(*) FROM run WHERE status = 'done'), (SELECT max(id) FROM import_file),
    (SELECT count(*) FROM import_file WHERE finished_at IS NOT NULL)) AS whole,
  a.last::text AS audit, s.last::text AS assessment, t.last::text AS attempt,
  concat_ws(' ', a.last, (SELECT count(*) FROM audit_event WHERE id > a.last - 300), s.last, (SELECT count(*) FROM assessment WHERE id > s.last - 300),
    t.last, (SELECT count(*) FROM attempt WHERE id > t.last - 300)) AS key,
  (SELECT count(*)::int FROM arrears_case WHERE closed_on IS NULL) AS open
FROM (SELECT coalesce(max(id), 0) AS last FROM audit_event) a, (SELECT coalesce(max(id), 0) AS last FROM assessment) s, (SELECT coalesce(max(id), 0) AS last FROM attempt) t
