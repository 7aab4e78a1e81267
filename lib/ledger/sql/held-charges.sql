-- Charges of sitting tenancies on hold on a day. $1 day · $2 known at
SELECT h.tenancy_id AS "tenancyId", hc.entry_id::text AS "chargeId"
FROM hold h
JOIN hold_charge hc ON hc.hold_id = h.id
JOIN tenancy t ON t.id = h.tenancy_id AND t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)
WHERE h.from_day <= $1::date AND h.recorded_at <= $2::timestamptz
  AND (h.ended_on IS NULL OR h.ended_on > $1::date OR h.ended_at > $2::timestamptz)
