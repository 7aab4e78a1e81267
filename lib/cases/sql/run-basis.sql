-- What decides for all tenancies alike on a day, as far as it is no fact of one of them: when any of it differs from the
-- last run, all are asked again. $1 day
SELECT json_build_object(
  'closedDays', (SELECT md5(coalesce(string_agg(day::text, ',' ORDER BY day), '')) FROM closed_day),
  'caretakers', (
    SELECT md5(coalesce(string_agg(x.building_id::text, ',' ORDER BY x.building_id), '')) FROM (
      SELECT DISTINCT bc.building_id FROM building_caretaker bc
      LEFT JOIN staff s ON s.id = bc.staff_id OR (bc.staff_id IS NULL AND s.email = lower(bc.email))
      WHERE bc.from_day <= $1::date AND (bc.until_day IS NULL OR bc.until_day >= $1::date) AND coalesce(s.active, true)
    ) x
  )
)::text AS basis
