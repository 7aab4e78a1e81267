-- Browsers that are signed out, tries that failed and links that are over, from before the term.
-- $1 the last day on which the term was over, $2 whether to do it, or only count
WITH sessions AS (SELECT id FROM session WHERE coalesce(ended_at, expires_at) < $1::date + 1),
tries AS (SELECT id FROM sign_in_failure WHERE at < $1::date + 1),
links AS (SELECT hash FROM password_link WHERE expires_at < $1::date + 1),
browsers AS (SELECT hash FROM known_browser WHERE seen_at < $1::date + 1),
a AS (DELETE FROM session WHERE $2 AND id IN (SELECT id FROM sessions)),
b AS (DELETE FROM sign_in_failure WHERE $2 AND id IN (SELECT id FROM tries)),
c AS (DELETE FROM password_link WHERE $2 AND hash IN (SELECT hash FROM links)),
d AS (DELETE FROM known_browser WHERE $2 AND hash IN (SELECT hash FROM browsers))
SELECT ((SELECT count(*) FROM sessions) + (SELECT count(*) FROM tries) + (SELECT count(*) FROM links) + (SELECT count(*) FROM browsers))::int AS count
