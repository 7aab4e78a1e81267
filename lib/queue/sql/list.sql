-- One tab of the open work in its fixed order: nearest to slipping through first (never spoken, then longest silent,
-- then most months, then most money). $2 tab or 'all', $3 step, $4 building, $5 rows wanted, $6 the chosen tenancy.
, shown AS (
  SELECT w.*, $1::date - w.last_spoken_on AS silent_days
  FROM open_work w
  WHERE w.lead_id IS NULL AND ($2 = 'all' OR w.tab = $2 OR ($2 = 'manager' AND w.for_manager)) AND ($3::text IS NULL OR w.doing = $3) AND ($4::text IS NULL OR w.building_code = $4)
), placed AS (
  SELECT s.*, row_number() OVER slipping AS place, count(*) OVER () AS total,
    lag(tenancy_id) OVER slipping AS previous_id, lead(tenancy_id) OVER slipping AS next_id
  FROM shown s
  WINDOW slipping AS (ORDER BY silent_days DESC NULLS FIRST, months_behind DESC, overdue_cents DESC, tenancy_id)
), led AS (
  SELECT lead_id, json_agg(json_build_object('kind', kind, 'street', street, 'houseNumber', house_number, 'houseLetter', house_letter,
    'addition', addition, 'city', city) ORDER BY tenancy_id) AS places
  FROM open_work WHERE lead_id IS NOT NULL GROUP BY lead_id
)
SELECT
  p.tenancy_id AS "tenancyId", p.salutation, p.initials, p.prefix, p.last_name AS "lastName", p.represented,
  p.kind, p.street, p.house_number AS "houseNumber", p.house_letter AS "houseLetter", p.addition, p.city,
  p.tab, p.doing, p.because, p.months_behind AS "monthsBehind", p.overdue_cents::text AS "overdueCents",
  p.silent_days AS "silentDays", p.place::int, p.total::int, p.previous_id AS "previousId", p.next_id AS "nextId",
  coalesce(led.places, '[]') AS together
FROM placed p
LEFT JOIN led ON led.lead_id = p.tenancy_id
-- A window of the list: the first rows, or those around the chosen case; it moves on by forty, so that walking does not move it at each step.
CROSS JOIN LATERAL (
  SELECT coalesce((SELECT greatest(0, (c.place - 1) / 40 * 40 - 20) FROM placed c WHERE c.tenancy_id = $6::int AND c.place > $5::int - 20), 0) AS start
) frame
WHERE p.place > frame.start AND p.place <= frame.start + $5::int
ORDER BY p.place
