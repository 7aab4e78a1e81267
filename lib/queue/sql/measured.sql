-- Which day was last assessed in a run: what every empty list must say.
SELECT max(day)::text AS "runDay" FROM run WHERE status = 'done'
