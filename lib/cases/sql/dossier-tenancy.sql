-- Who rents what: tenancy, people, phones, siblings, caretaker. Rows: kind, tenancy, its rows as json.
-- $1 day · $2 known at · $3 tenancy ids
WITH tenant AS MATERIALIZED (
  SELECT tp.tenancy_id, tp.person_id, tp.role, tp.id
  FROM tenancy_person tp
  WHERE tp.tenancy_id = ANY ($3::int[]) AND tp.recorded_at <= $2::timestamptz AND (tp.until_day IS NULL OR tp.until_day >= $1::date)
)
SELECT 'tenancy' AS kind, t.id AS "tenancyId", json_build_object(
    'id', t.id, 'kind', d.kind, 'buildingId', d.building_id, 'startsOn', t.starts_on, 'endsOn', t.ends_on,
    'caretakerPresent', EXISTS (
      -- An assigned e-mail counts while no colleague is known for it; a colleague who left does not.
      SELECT FROM building_caretaker bc
      LEFT JOIN staff s ON s.id = bc.staff_id OR (bc.staff_id IS NULL AND s.email = lower(bc.email))
      WHERE bc.building_id = d.building_id AND bc.from_day <= $1::date AND (bc.until_day IS NULL OR bc.until_day >= $1::date)
        AND coalesce(s.active, true)
    ),
    'rents', (
      SELECT coalesce(json_agg(json_build_object('fromDay', r.from_day, 'gross', (r.net_cents + r.service_cents + r.heating_cents)::text) ORDER BY r.from_day), '[]')
      FROM tenancy_rent r WHERE r.tenancy_id = t.id AND r.recorded_at <= $2::timestamptz
    )
  )::text AS rows
FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id
WHERE t.id = ANY ($3::int[])
UNION ALL
SELECT 'people', tp.tenancy_id, json_agg(json_build_object(
    'id', p.id, 'role', tp.role, 'awayUntil', p.away_until, 'smsOptOut', p.sms_opt_out, 'prefers', p.prefers,
    'safetyNote', p.safety_note IS NOT NULL,
    'deceasedOn', CASE WHEN p.deceased_on <= $1::date AND coalesce(p.deceased_known_at <= $2::timestamptz, true) THEN p.deceased_on END
  ) ORDER BY tp.id)::text
FROM tenant tp JOIN person p ON p.id = tp.person_id
GROUP BY tp.tenancy_id
UNION ALL
SELECT 'phones', tp.tenancy_id, json_agg(json_build_object(
    'personId', tp.person_id, 'number', c.value, 'kind', c.kind,
    'quality', CASE WHEN c.quality = 'dead' AND c.dead_at > $2::timestamptz THEN 'plausible' ELSE c.quality END
  ) ORDER BY tp.id, c.id)::text
FROM tenant tp JOIN contact_point c ON c.person_id = tp.person_id
WHERE c.kind <> 'email' AND c.recorded_at <= $2::timestamptz AND (c.ended_at IS NULL OR c.ended_at > $2::timestamptz)
GROUP BY tp.tenancy_id
UNION ALL
-- Only tenants make siblings: an administrator's other clients are other people's homes.
SELECT 'siblings', s.tenancy_id, json_agg(json_build_object('tenancyId', s.id, 'kind', s.kind) ORDER BY s.id)::text
FROM (
  SELECT DISTINCT tp.tenancy_id, t.id, d.kind
  FROM tenant tp
  JOIN tenancy_person o ON o.person_id = tp.person_id AND o.tenancy_id <> tp.tenancy_id AND o.role IN ('tenant', 'co-tenant')
    AND o.recorded_at <= $2::timestamptz AND (o.until_day IS NULL OR o.until_day >= $1::date)
  JOIN tenancy t ON t.id = o.tenancy_id AND t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
  JOIN dwelling d ON d.id = t.dwelling_id
  WHERE tp.role IN ('tenant', 'co-tenant')
) s
GROUP BY s.tenancy_id
