-- The lines that the files named $1 told first (null: every file), after line $2, at most $3: what became of each, and a row for each part.
SELECT l.id, f.name AS file, l.file_line AS line, coalesce(sign(l.amount_cents) * p.amount_cents, l.amount_cents)::bigint::text AS cents, l.iban, l.disposition, l.because, l.is_return AS "isReturn",
  t.number AS tenancy,
  coalesce((SELECT json_agg(json_build_object('tenancy', s_t.number, 'reasons', s.one -> 'facts') ORDER BY s.ord)
    FROM jsonb_array_elements(CASE WHEN l.disposition <> 'suspense' THEN '[]' WHEN coalesce(l.suggestions, '[]') <> '[]' THEN l.suggestions
      WHEN l.suggested_tenancy IS NULL THEN '[]'
      ELSE jsonb_build_array(jsonb_build_object('tenancyId', l.suggested_tenancy, 'facts', jsonb_build_array(l.because))) END) WITH ORDINALITY s (one, ord)
    JOIN tenancy s_t ON s_t.id = (s.one ->> 'tenancyId')::int), '[]')::text AS suggestions
FROM (
  SELECT x.* FROM bank_line x JOIN import_file i ON i.id = x.file_id
  WHERE x.id > $2::int AND ($1::text[] IS NULL OR i.name = ANY ($1::text[])) ORDER BY x.id LIMIT $3::int
) l JOIN import_file f ON f.id = l.file_id
LEFT JOIN bank_part p ON p.line_id = l.id AND p.undone_at IS NULL
LEFT JOIN tenancy t ON t.id = coalesce(p.tenancy_id, CASE WHEN l.disposition <> 'suspense' THEN l.tenancy_id END)
ORDER BY l.id, p.id
