-- What staff placed or set aside last, to undo; a divided line with all it pays for.
SELECT l.id, l.amount_cents::text AS cents, l.booked_on::text AS "bookedOn", l.counterparty, l.disposition, l.note,
  (SELECT string_agg(concat_ws(' ', who.names, '(' || t.number || ')'), ' + ' ORDER BY t.id)
   FROM tenancy t LEFT JOIN LATERAL (
     SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' en ' ORDER BY tp.id) AS names FROM tenancy_person tp
     JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')) who ON true
   WHERE t.id = l.tenancy_id OR t.id IN (SELECT b.tenancy_id FROM bank_part b WHERE b.line_id = l.id AND b.undone_at IS NULL)) AS places
FROM bank_line l
WHERE l.because = 'staff' AND l.disposition <> 'suspense' ORDER BY l.settled_at DESC NULLS LAST, l.id DESC LIMIT 8
