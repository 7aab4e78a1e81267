-- The whole of the open work as rows, in the order of the list: what was texted back and not read, then never spoken first, then longest silent, most months, most money. $1 today
SELECT
  tenancy_id AS "tenancyId", salutation, initials, prefix, last_name AS "lastName", represented,
  kind, street, house_number AS "houseNumber", house_letter AS "houseLetter", addition, city,
  tab, doing, because, months_behind AS "monthsBehind", overdue_cents::text AS "overdueCents",
  ($1::date - last_spoken_on)::int AS "silentDays", lead_id AS "leadId", building_code AS "buildingCode", for_manager AS "forManager", owner_id AS "ownerId"
FROM open_work
ORDER BY doing = 'sms-distress' DESC, doing = 'sms-reply' DESC, ($1::date - last_spoken_on) DESC NULLS FIRST, months_behind DESC, overdue_cents DESC, tenancy_id
