-- Changes with everything that changes the open work: an act with its audit row, an answer of the rules, a run, a file.
SELECT concat_ws(' ', (SELECT max(id) FROM audit_event), (SELECT max(id) FROM assessment), (SELECT max(id) FROM run), (SELECT max(id) FROM import_file),
  (SELECT max(id) FROM attempt), (SELECT max(id) FROM earlier_value), (SELECT count(*) FROM arrears_case WHERE closed_on IS NULL)) AS version
