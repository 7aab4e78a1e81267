-- The open work as rows; their order is that of the domain (lib/queue/domain/rows). $1 today, $2 only these tenancies; null: all
SELECT
  tenancy_id AS "tenancyId", salutation, initials, prefix, last_name AS "lastName", represented,
  kind, street, house_number AS "houseNumber", house_letter AS "houseLetter", addition, city,
  tab, doing, because, months_behind AS "monthsBehind", overdue_cents::text AS "overdueCents",
  ($1::date - last_spoken_on)::int AS "silentDays", lead_id AS "leadId", building_code AS "buildingCode", for_manager AS "forManager", owner_id AS "ownerId", owner_left AS "ownerLeft"
FROM open_work
