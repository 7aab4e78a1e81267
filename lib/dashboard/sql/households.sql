-- Whose arrears they are, at the ends of months $1. A garage or shop goes with the home of the same people; people are counted
-- once over all their tenancies, by the first tenant of their home, and stand in the band of their home when that is behind.
-- Without a home with us there is no tenant to count: `tenant` is null.
WITH behind AS (
  SELECT mp.month, mp.tenancy_id, mp.sitting, mp.overdue_cents, mp.months_behind, mp.months_in_arrears, d.building_id,
    d.kind IN ('home', 'care') AS home, (mp.month || '-01')::date + interval '1 month' - interval '1 day' AS ends
  FROM month_position mp
  JOIN tenancy t ON t.id = mp.tenancy_id
  JOIN dwelling d ON d.id = t.dwelling_id
  WHERE mp.month = ANY($1::text[]) AND mp.overdue_cents > 0
), housed AS (
  SELECT b.*, CASE WHEN b.home THEN b.tenancy_id ELSE (
    SELECT min(h.id)
    FROM tenancy_person mine
    JOIN tenancy_person theirs ON theirs.person_id = mine.person_id AND theirs.role IN ('tenant', 'co-tenant')
      AND (theirs.until_day IS NULL OR theirs.until_day >= b.ends)
    JOIN tenancy h ON h.id = theirs.tenancy_id AND h.starts_on <= b.ends AND (h.ends_on IS NULL OR h.ends_on >= b.ends)
    JOIN dwelling d ON d.id = h.dwelling_id AND d.kind IN ('home', 'care')
    WHERE mine.tenancy_id = b.tenancy_id AND mine.role IN ('tenant', 'co-tenant')
      AND (mine.until_day IS NULL OR mine.until_day >= b.ends)) END AS home_id
  FROM behind b
), whose AS (
  SELECT h.*, CASE WHEN h.home_id IS NOT NULL THEN coalesce('p' || (
    SELECT tp.person_id FROM tenancy_person tp
    WHERE tp.tenancy_id = h.home_id AND tp.role IN ('tenant', 'co-tenant') AND (tp.until_day IS NULL OR tp.until_day >= h.ends)
    ORDER BY tp.role = 'tenant' DESC, tp.person_id LIMIT 1), 'h' || h.home_id) END AS tenant
  FROM housed h
), counted AS (
  SELECT w.*, coalesce(
    max(months_in_arrears) FILTER (WHERE home) OVER household, max(months_in_arrears) OVER household) AS band_months
  FROM whose w
  WINDOW household AS (PARTITION BY month, sitting, tenant)
)
