-- For each fact of the ladder: in how many rows its source fills it, and of how many. Nought means that no source fills it, so
-- a step that waits for it can never come up. $1 today
WITH sitting AS (
  SELECT id FROM tenancy WHERE starts_on <= $1::date AND (ends_on IS NULL OR ends_on >= $1::date)
), people AS (
  SELECT DISTINCT p.* FROM sitting s JOIN tenancy_person tp ON tp.tenancy_id = s.id AND tp.role IN ('tenant', 'co-tenant') JOIN person p ON p.id = tp.person_id
), homes AS (SELECT count(*)::int AS all FROM sitting), persons AS (SELECT count(*)::int AS all FROM people)
SELECT 'monthlyRent' AS fact, 'rents' AS source, (SELECT count(*)::int FROM sitting s WHERE EXISTS (SELECT FROM tenancy_rent r WHERE r.tenancy_id = s.id)) AS filled, homes.all AS "of" FROM homes
UNION ALL SELECT 'people', 'tenants', (SELECT count(*)::int FROM sitting s WHERE EXISTS (SELECT FROM tenancy_person p WHERE p.tenancy_id = s.id AND p.role = 'tenant')), homes.all FROM homes
UNION ALL SELECT 'phones', 'tenants', (SELECT count(*)::int FROM people p WHERE EXISTS (SELECT FROM contact_point c WHERE c.person_id = p.id AND c.kind IN ('mobile', 'landline') AND c.ended_at IS NULL AND c.quality <> 'dead')), persons.all FROM persons
UNION ALL SELECT 'mobile', 'tenants', (SELECT count(*)::int FROM people p WHERE EXISTS (SELECT FROM contact_point c WHERE c.person_id = p.id AND c.kind = 'mobile' AND c.ended_at IS NULL AND c.quality <> 'dead')), persons.all FROM persons
UNION ALL SELECT 'caretakerPresent', 'buildings', (SELECT count(*)::int FROM sitting s JOIN tenancy t ON t.id = s.id JOIN dwelling d ON d.id = t.dwelling_id WHERE EXISTS (SELECT FROM building_caretaker b WHERE b.building_id = d.building_id AND b.from_day <= $1::date AND (b.until_day IS NULL OR b.until_day >= $1::date))), homes.all FROM homes
UNION ALL SELECT 'representative', 'tenants', (SELECT count(*)::int FROM tenancy_person WHERE role IN ('representative', 'contact')), NULL
UNION ALL SELECT 'bankComplete', 'bank', (SELECT count(*)::int FROM receipts_complete WHERE through_day > $1::date - 30), NULL
UNION ALL SELECT 'maybePaid', 'bank', (SELECT count(*)::int FROM bank_line WHERE disposition = 'suspense'), NULL
UNION ALL SELECT 'balanceDiffers', 'balances', (SELECT count(*)::int FROM data_problem WHERE kind = 'balance-differs'), NULL
UNION ALL SELECT 'contradictory', 'entries', (SELECT count(*)::int FROM data_problem WHERE kind = 'contradictory'), NULL
UNION ALL SELECT 'closedDays', 'office', (SELECT count(*)::int FROM closed_day WHERE withdrawn_at IS NULL), NULL
UNION ALL SELECT 'deceasedOn', 'desk', (SELECT count(*)::int FROM person WHERE deceased_on IS NOT NULL), NULL
UNION ALL SELECT 'awayUntil', 'desk', (SELECT count(*)::int FROM person WHERE away_until IS NOT NULL), NULL
UNION ALL SELECT 'smsOptOut', 'desk', (SELECT count(*)::int FROM person WHERE sms_opt_out), NULL
UNION ALL SELECT 'prefers', 'desk', (SELECT count(*)::int FROM person WHERE prefers IS NOT NULL), NULL
UNION ALL SELECT 'safetyNote', 'desk', (SELECT count(*)::int FROM person WHERE safety_note IS NOT NULL), NULL
UNION ALL SELECT 'calls', 'desk', (SELECT count(*)::int FROM attempt WHERE channel = 'call' AND undone_at IS NULL), NULL
UNION ALL SELECT 'sms', 'gateway', (SELECT count(*)::int FROM attempt WHERE channel = 'sms' AND undone_at IS NULL), NULL
UNION ALL SELECT 'rings', 'caretakers', (SELECT count(*)::int FROM ring), NULL
UNION ALL SELECT 'cards', 'caretakers', (SELECT count(*)::int FROM callback_card), NULL
UNION ALL SELECT 'visits', 'desk', (SELECT count(*)::int FROM visit WHERE done_on IS NOT NULL), NULL
UNION ALL SELECT 'saidPaid', 'desk', (SELECT count(*)::int FROM disclosure WHERE kind = 'already-paid' AND undone_at IS NULL), NULL
UNION ALL SELECT 'cannotPay', 'desk', (SELECT count(*)::int FROM disclosure WHERE kind = 'cannot-pay' AND undone_at IS NULL), NULL
UNION ALL SELECT 'wantsHelp', 'desk', (SELECT count(*)::int FROM disclosure WHERE kind = 'wants-help' AND undone_at IS NULL), NULL
UNION ALL SELECT 'agreedMoment', 'desk', (SELECT count(*)::int FROM disclosure WHERE kind = 'agreed-moment' AND undone_at IS NULL), NULL
UNION ALL SELECT 'otherDay', 'desk', (SELECT count(*)::int FROM disclosure WHERE kind = 'other-collection-day' AND undone_at IS NULL), NULL
UNION ALL SELECT 'promises', 'desk', (SELECT count(*)::int FROM payment_promise), NULL
UNION ALL SELECT 'arrangements', 'desk', (SELECT count(*)::int FROM arrangement), NULL
UNION ALL SELECT 'holds', 'desk', (SELECT count(*)::int FROM hold), NULL
UNION ALL SELECT 'letters', 'desk', (SELECT count(*)::int FROM letter WHERE sent_on IS NOT NULL), NULL
UNION ALL SELECT 'objections', 'desk', (SELECT count(*)::int FROM sharing_objection), NULL
UNION ALL SELECT 'referrals', 'desk', (SELECT count(*)::int FROM referral WHERE reported_on IS NOT NULL), NULL
UNION ALL SELECT 'answers', 'desk', (SELECT count(*)::int FROM referral WHERE answered_on IS NOT NULL), NULL
UNION ALL SELECT 'legalSteps', 'desk', (SELECT count(*)::int FROM legal_step WHERE undone_at IS NULL), NULL
UNION ALL SELECT 'reviews', 'desk', (SELECT count(*)::int FROM case_note), NULL
