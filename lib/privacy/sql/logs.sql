-- How much of both logs is older than its term. $1 of what was seen, $2 of what was done: the last day on which the term was over
SELECT (SELECT count(*) FROM access_event WHERE at < $1::date + 1)::int AS seen, (SELECT count(*) FROM audit_event WHERE at < $2::date + 1)::int AS done
