-- What decides for all tenancies alike on a day, as far as it is no fact of one of them: when any of it differs from the
-- last run, all are asked again. $1 day · $2 known at
SELECT json_build_object(
  'closedDays', (
    SELECT md5(coalesce(string_agg(day::text, ',' ORDER BY day), '')) FROM closed_day
    WHERE recorded_at <= $2::timestamptz AND (withdrawn_at IS NULL OR withdrawn_at > $2::timestamptz)
  ),
  'caretakers', (
    SELECT md5(coalesce(string_agg(x.building_id::text, ',' ORDER BY x.building_id), '')) FROM (
      SELECT DISTINCT bc.building_id FROM building_caretaker bc
      LEFT JOIN staff s ON s.id = bc.staff_id OR (bc.staff_id IS NULL AND s.email = lower(bc.email))
      WHERE bc.from_day <= $1::date AND bc.recorded_at <= $2::timestamptz
        AND coalesce(value_at('building_caretaker', bc.id, 'until_day', bc.until_day::text, $2::timestamptz)::date >= $1::date, true)
        AND coalesce(value_at('staff', s.id, 'active', s.active::text, $2::timestamptz)::boolean, true)
    ) x
  )
)::text AS basis
