-- Who rents what: tenancy, people, phones, siblings, caretaker. Rows: kind, tenancy, its rows as json.
-- Registers hold what is so now; what they said at the moment is read from earlier_value, where anything was changed later.
-- $1 day · $2 known at · $3 tenancy ids
WITH later AS MATERIALIZED (
  SELECT EXISTS (SELECT FROM earlier_value WHERE until_at > $2::timestamptz) AS changed
), home AS MATERIALIZED (
  SELECT t.id, CASE WHEN later.changed THEN value_at('tenancy', t.id, 'starts_on', t.starts_on::text, $2::timestamptz)::date ELSE t.starts_on END AS starts_on,
    CASE WHEN later.changed THEN value_at('tenancy', t.id, 'ends_on', t.ends_on::text, $2::timestamptz)::date ELSE t.ends_on END AS ends_on,
    CASE WHEN later.changed THEN value_at('tenancy', t.id, 'payment_method', t.payment_method, $2::timestamptz) ELSE t.payment_method END AS payment_method,
    d.id AS dwelling_id,
    CASE WHEN later.changed THEN value_at('dwelling', d.id, 'kind', d.kind, $2::timestamptz) ELSE d.kind END AS kind,
    CASE WHEN later.changed THEN value_at('dwelling', d.id, 'building_id', d.building_id::text, $2::timestamptz)::int ELSE d.building_id END AS building_id
  FROM later CROSS JOIN tenancy t
  JOIN dwelling d ON d.id = CASE WHEN later.changed THEN value_at('tenancy', t.id, 'dwelling_id', t.dwelling_id::text, $2::timestamptz)::int ELSE t.dwelling_id END
  WHERE t.id = ANY ($3::int[])
), tenant AS MATERIALIZED (
  SELECT tp.tenancy_id, tp.person_id, tp.role, tp.id, tp.recorded_at
  FROM later CROSS JOIN tenancy_person tp
  -- Who may only hear when and how to meet is nobody to ring about the rent. A mandate never changes, it ends.
  WHERE tp.tenancy_id = ANY ($3::int[]) AND tp.recorded_at <= $2::timestamptz AND NOT (tp.role = 'contact' AND tp.scope IS NOT DISTINCT FROM 'appointments')
    AND coalesce(CASE WHEN later.changed THEN value_at('tenancy_person', tp.id, 'until_day', tp.until_day::text, $2::timestamptz)::date ELSE tp.until_day END >= $1::date, true)
)
SELECT 'tenancy' AS kind, t.id AS "tenancyId", json_build_object(
    'id', t.id, 'kind', t.kind, 'buildingId', t.building_id, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'directDebit', t.payment_method = 'direct-debit',
    'caretakerPresent', EXISTS (
      -- An assigned e-mail counts while no colleague is known for it; a colleague who left does not.
      SELECT FROM building_caretaker bc
      LEFT JOIN staff s ON s.id = bc.staff_id OR (bc.staff_id IS NULL AND s.email = lower(bc.email))
      WHERE bc.building_id = t.building_id AND bc.from_day <= $1::date AND bc.recorded_at <= $2::timestamptz
        AND coalesce(CASE WHEN later.changed THEN value_at('building_caretaker', bc.id, 'until_day', bc.until_day::text, $2::timestamptz)::date ELSE bc.until_day END >= $1::date, true)
        AND coalesce(CASE WHEN later.changed THEN value_at('staff', s.id, 'active', s.active::text, $2::timestamptz)::boolean ELSE s.active END, true)
    ),
    'rents', (
      SELECT coalesce(json_agg(json_build_object('fromDay', r.from_day, 'gross', (CASE WHEN later.changed THEN
          value_at('tenancy_rent', r.id, 'net_cents', r.net_cents::text, $2::timestamptz)::bigint
          + value_at('tenancy_rent', r.id, 'service_cents', r.service_cents::text, $2::timestamptz)::bigint
          + value_at('tenancy_rent', r.id, 'heating_cents', r.heating_cents::text, $2::timestamptz)::bigint
        ELSE r.net_cents + r.service_cents + r.heating_cents END)::text) ORDER BY r.from_day), '[]')
      FROM tenancy_rent r WHERE r.tenancy_id = t.id AND r.recorded_at <= $2::timestamptz
    )
  )::text AS rows
FROM home t CROSS JOIN later
UNION ALL
SELECT 'people', tp.tenancy_id, json_agg(json_build_object(
    'id', p.id, 'role', tp.role, 'since', (tp.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date,
    'awayUntil', CASE WHEN later.changed THEN value_at('person', p.id, 'away_until', p.away_until::text, $2::timestamptz)::date ELSE p.away_until END,
    'smsOptOut', CASE WHEN later.changed THEN value_at('person', p.id, 'sms_opt_out', p.sms_opt_out::text, $2::timestamptz)::boolean ELSE p.sms_opt_out END,
    'prefers', CASE WHEN later.changed THEN value_at('person', p.id, 'prefers', p.prefers, $2::timestamptz) ELSE p.prefers END,
    'safetyNote', CASE WHEN later.changed THEN value_at('person', p.id, 'safety_note', (p.safety_note IS NOT NULL)::text, $2::timestamptz)::boolean
      ELSE p.safety_note IS NOT NULL END,
    'deceasedOn', CASE WHEN p.deceased_on <= $1::date AND coalesce(p.deceased_known_at <= $2::timestamptz, true) THEN p.deceased_on END
  ) ORDER BY tp.id)::text
FROM later CROSS JOIN tenant tp JOIN person p ON p.id = tp.person_id
GROUP BY tp.tenancy_id
UNION ALL
SELECT 'phones', tp.tenancy_id, json_agg(json_build_object(
    'personId', tp.person_id, 'number', c.value, 'kind', c.kind,
    'quality', CASE WHEN later.changed THEN value_at('contact_point', c.id, 'quality', c.quality, $2::timestamptz)
      WHEN c.quality = 'dead' AND c.dead_at > $2::timestamptz THEN 'plausible' ELSE c.quality END
  ) ORDER BY tp.id, c.id)::text
FROM later CROSS JOIN tenant tp JOIN contact_point c ON c.person_id = tp.person_id
WHERE c.kind <> 'email' AND c.recorded_at <= $2::timestamptz AND (c.ended_at IS NULL OR c.ended_at > $2::timestamptz)
GROUP BY tp.tenancy_id
UNION ALL
-- Only tenants make siblings: an administrator's other clients are other people's homes.
SELECT 'siblings', s.tenancy_id, json_agg(json_build_object('tenancyId', s.id, 'kind', s.kind) ORDER BY s.id)::text
FROM (
  SELECT DISTINCT tp.tenancy_id, t.id, CASE WHEN later.changed THEN value_at('dwelling', d.id, 'kind', d.kind, $2::timestamptz) ELSE d.kind END AS kind
  FROM later CROSS JOIN tenant tp
  JOIN tenancy_person o ON o.person_id = tp.person_id AND o.tenancy_id <> tp.tenancy_id AND o.role IN ('tenant', 'co-tenant')
    AND o.recorded_at <= $2::timestamptz
    AND coalesce(CASE WHEN later.changed THEN value_at('tenancy_person', o.id, 'until_day', o.until_day::text, $2::timestamptz)::date ELSE o.until_day END >= $1::date, true)
  JOIN tenancy t ON t.id = o.tenancy_id
    AND CASE WHEN later.changed THEN value_at('tenancy', t.id, 'starts_on', t.starts_on::text, $2::timestamptz)::date ELSE t.starts_on END <= $1::date
    AND coalesce(CASE WHEN later.changed THEN value_at('tenancy', t.id, 'ends_on', t.ends_on::text, $2::timestamptz)::date ELSE t.ends_on END >= $1::date, true)
  JOIN dwelling d ON d.id = CASE WHEN later.changed THEN value_at('tenancy', t.id, 'dwelling_id', t.dwelling_id::text, $2::timestamptz)::int ELSE t.dwelling_id END
  WHERE tp.role IN ('tenant', 'co-tenant')
) s
GROUP BY s.tenancy_id
