-- The position of every account with an entry (semantics: allocation), as of a day and known at a moment.
-- $1 day · $2 known at · $3 tenancy ids, or null for all
-- Every account is summed once, in one pass. Only accounts that owe something due, or whose payer named a charge, are laid
-- out charge by charge, and of those only the charges that can be open: the oldest ones of a class that the receipts
-- cover altogether are left out with the receipts that cover them. For all others the sums say everything.
WITH totals AS MATERIALIZED (
  SELECT e.tenancy_id,
    sum(CASE WHEN e.kind IN ('charge', 'reversal') THEN e.amount_cents ELSE -e.amount_cents END) AS balance,
    sum(CASE WHEN e.due_on > $1::date THEN e.amount_cents ELSE 0 END) AS not_due
  FROM ledger_entry e
  WHERE e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz AND ($3::int[] IS NULL OR e.tenancy_id = ANY ($3::int[]))
  GROUP BY e.tenancy_id
), named AS MATERIALIZED (
  -- What payers named, never further than what the payment still holds after reversals.
  SELECT n.tenancy_id, n.charge_id, sum(greatest(0, least(n.amount_cents, n.held - n.before))) AS named
  FROM (
    SELECT d.tenancy_id, d.charge_id, d.amount_cents,
      p.amount_cents - coalesce(taken.amount, 0) AS held,
      sum(d.amount_cents) OVER (
        PARTITION BY d.payment_id
        ORDER BY
          CASE WHEN c.due_on > $1::date THEN 2 WHEN c.category IN ('rent', 'service', 'heating') THEN 0 ELSE 1 END,
          c.due_on, c.booked_on,
          CASE WHEN c.source_number ~ '^[0-9]+$' THEN c.source_number::numeric END NULLS LAST,
          c.source_number COLLATE "C", c.source COLLATE "C", d.id
        ROWS UNBOUNDED PRECEDING
      ) - d.amount_cents AS before
    FROM designation d
    JOIN ledger_entry p ON p.id = d.payment_id AND p.booked_on <= $1::date AND p.recorded_at <= $2::timestamptz
    JOIN ledger_entry c ON c.id = d.charge_id AND c.booked_on <= $1::date AND c.recorded_at <= $2::timestamptz
    LEFT JOIN LATERAL (
      SELECT sum(r.amount_cents) AS amount FROM ledger_entry r
      WHERE r.reverses_id = d.payment_id AND r.booked_on <= $1::date AND r.recorded_at <= $2::timestamptz
    ) taken ON true
    WHERE d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
      AND ($3::int[] IS NULL OR d.tenancy_id = ANY ($3::int[]))
  ) n
  GROUP BY n.tenancy_id, n.charge_id
), owing AS MATERIALIZED (
  SELECT x.tenancy_id, x.skip_rent, x.skip_other,
    x.pool - CASE WHEN x.skip_rent THEN x.old_rent ELSE 0 END - CASE WHEN x.skip_other THEN x.old_other ELSE 0 END AS pool
  FROM (
    SELECT t.tenancy_id, s.pool, s.old_rent, s.old_other,
      n.tenancy_id IS NULL AND s.pool >= s.old_rent AS skip_rent,
      n.tenancy_id IS NULL AND (s.old_other = 0 OR s.pool >= s.rent_due + s.old_other) AS skip_other
    FROM totals t
    LEFT JOIN (SELECT DISTINCT tenancy_id FROM named) n ON n.tenancy_id = t.tenancy_id
    CROSS JOIN LATERAL (
      SELECT sum(CASE e.kind WHEN 'charge' THEN 0 WHEN 'reversal' THEN -e.amount_cents ELSE e.amount_cents END) AS pool,
        sum(CASE WHEN e.due_on <= $1::date AND e.category IN ('rent', 'service', 'heating') THEN e.amount_cents ELSE 0 END) AS rent_due,
        sum(CASE WHEN e.due_on < (date_trunc('month', $1::date::timestamp) - interval '5 months')::date AND e.category IN ('rent', 'service', 'heating') THEN e.amount_cents ELSE 0 END) AS old_rent,
        sum(CASE WHEN e.due_on < (date_trunc('month', $1::date::timestamp) - interval '5 months')::date AND e.category NOT IN ('rent', 'service', 'heating') THEN e.amount_cents ELSE 0 END) AS old_other
      FROM ledger_entry e
      WHERE e.tenancy_id = t.tenancy_id AND e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz
    ) s
    WHERE t.balance > t.not_due OR n.tenancy_id IS NOT NULL
  ) x
), charge AS (
  -- OFFSET 0 keeps each account a walk along its own index entries, instead of another pass over the whole ledger.
  SELECT o.pool, e.* FROM owing o CROSS JOIN LATERAL (
    SELECT l.* FROM ledger_entry l
    WHERE l.tenancy_id = o.tenancy_id AND l.kind = 'charge' AND l.due_on >= (date_trunc('month', $1::date::timestamp) - interval '5 months')::date
      AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz
    OFFSET 0
  ) e
  UNION ALL
  SELECT o.pool, e.* FROM owing o CROSS JOIN LATERAL (
    SELECT l.* FROM ledger_entry l
    WHERE l.tenancy_id = o.tenancy_id AND l.kind = 'charge' AND l.due_on < (date_trunc('month', $1::date::timestamp) - interval '5 months')::date
      AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz
      AND NOT CASE WHEN l.category IN ('rent', 'service', 'heating') THEN o.skip_rent ELSE o.skip_other END
    OFFSET 0
  ) e
  WHERE NOT (o.skip_rent AND o.skip_other)
), laid AS (
  SELECT c.tenancy_id, c.due_on, c.monthly, c.amount_cents,
    greatest(0, least(c.need, sum(c.need) OVER (
      PARTITION BY c.tenancy_id
      ORDER BY c.class, c.due_on, c.booked_on, c.number NULLS LAST, c.source_number COLLATE "C", c.source COLLATE "C"
      ROWS UNBOUNDED PRECEDING
    ) - (c.pool - sum(c.named) OVER (PARTITION BY c.tenancy_id)))) AS open
  FROM (
    SELECT e.tenancy_id, e.due_on, e.booked_on, e.amount_cents, e.source_number, e.source, e.pool,
      CASE WHEN e.source_number ~ '^[0-9]+$' THEN e.source_number::numeric END AS number,
      e.category IN ('rent', 'service', 'heating') AS monthly,
      CASE WHEN e.due_on > $1::date THEN 2 WHEN e.category IN ('rent', 'service', 'heating') THEN 0 ELSE 1 END AS class,
      least(e.amount_cents, coalesce(n.named, 0)) AS named,
      e.amount_cents - least(e.amount_cents, coalesce(n.named, 0)) AS need
    FROM charge e
    LEFT JOIN named n ON n.charge_id = e.id
  ) c
), months AS (
  SELECT l.tenancy_id, date_trunc('month', l.due_on::timestamp) AS month,
    sum(l.open) AS open,
    sum(l.open) FILTER (WHERE l.due_on < $1::date) AS overdue,
    min(l.due_on) FILTER (WHERE l.due_on < $1::date AND l.open > 0) AS oldest,
    count(*) FILTER (WHERE l.due_on < $1::date AND l.open > 0) AS charges,
    sum(l.open) FILTER (WHERE l.due_on >= $1::date - 30 AND l.due_on < $1::date) AS b1_30,
    sum(l.open) FILTER (WHERE l.due_on >= $1::date - 60 AND l.due_on < $1::date - 30) AS b31_60,
    sum(l.open) FILTER (WHERE l.due_on >= $1::date - 90 AND l.due_on < $1::date - 60) AS b61_90,
    sum(l.open) FILTER (WHERE l.due_on < $1::date - 90) AS b91,
    sum(l.open) FILTER (WHERE l.monthly AND l.due_on < $1::date) AS rent_overdue,
    sum(l.amount_cents) FILTER (WHERE l.monthly) AS rent_charged
  FROM laid l
  GROUP BY l.tenancy_id, date_trunc('month', l.due_on::timestamp)
), owed AS (
  SELECT m.tenancy_id, sum(m.open) AS open, sum(m.overdue) AS overdue, min(m.oldest) AS oldest, sum(m.charges) AS charges,
    count(*) FILTER (WHERE m.charges > 0) AS months_behind,
    sum(m.b1_30) AS b1_30, sum(m.b31_60) AS b31_60, sum(m.b61_90) AS b61_90, sum(m.b91) AS b91,
    -- A sum of divisions can end a hair below a half: 12 decimals first, then half up.
    round(round(coalesce(sum(m.rent_overdue::numeric * 100 / nullif(m.rent_charged, 0)), 0), 12)) AS months_in_arrears
  FROM months m
  GROUP BY m.tenancy_id
)
SELECT t.tenancy_id AS "tenancyId",
  x.open::text AS "open",
  coalesce(o.overdue, 0)::text AS "overdue",
  greatest(0, x.open - t.balance)::text AS "credit",
  o.oldest::text AS "oldestOverdueDue",
  coalesce(o.charges, 0)::int AS "overdueCharges",
  coalesce(o.months_behind, 0)::int AS "monthsBehind",
  coalesce(o.b1_30, 0)::text AS "b1_30",
  coalesce(o.b31_60, 0)::text AS "b31_60",
  coalesce(o.b61_90, 0)::text AS "b61_90",
  coalesce(o.b91, 0)::text AS "b91",
  coalesce(o.months_in_arrears, 0)::int AS "monthsInArrears"
FROM totals t
LEFT JOIN owed o ON o.tenancy_id = t.tenancy_id
-- An account that owes something due and has no charge only took back more than it ever received: nothing is open.
CROSS JOIN LATERAL (
  SELECT coalesce(o.open, CASE WHEN t.balance > t.not_due THEN 0 ELSE greatest(0, t.balance) END) AS open
) x
