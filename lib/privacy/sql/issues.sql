-- What stood in lines of files that could not be read in as they were; the line and what was wrong with it stay.
-- $1 the last day on which the term was over, $2 whether to do it, or only count
WITH old AS (
  SELECT i.id FROM import_issue i JOIN import_file f ON f.id = i.file_id WHERE f.started_at < $1::date + 1 AND i."values" <> '{}'::jsonb
),
emptied AS (UPDATE import_issue SET "values" = '{}'::jsonb WHERE $2 AND id IN (SELECT id FROM old))
SELECT count(*)::int AS count FROM old
