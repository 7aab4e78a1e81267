-- The sums of every account with an entry, as of a day and known at a moment: they tell which accounts have to be laid out.
-- $1 day · $2 known at · $3 tenancy ids, or null for all · $4 and $5 of those the ids from and through, or null
-- Money is laid only on what is due, or on what it names. So what is due and open is never less than `due`, and never more than
-- `most`: that and the money that may be on, or held for, what is not due yet. One pass in the order of the covering index.
WITH later AS MATERIALIZED (
  SELECT x.tenancy_id, sum(x.amount_cents) FILTER (WHERE x.reaches > to_char($1::date, 'YYYY-MM')) AS later,
    sum(x.amount_cents) FILTER (WHERE x.reaches = to_char($1::date, 'YYYY-MM')) AS this_month, max(x.reaches) AS reaches
  FROM (
    SELECT d.tenancy_id, p.amount_cents, d.reaches
    FROM designation d JOIN ledger_entry p ON p.id = d.payment_id AND p.booked_on <= $1::date AND p.recorded_at <= $2::timestamptz
    WHERE d.reaches >= to_char($1::date, 'YYYY-MM') AND (d.reaches <> '9999-12' OR p.booked_on > $1::date - 400) AND d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
      AND ($3::int[] IS NULL OR d.tenancy_id = ANY ($3::int[])) AND ($4::int IS NULL OR d.tenancy_id BETWEEN $4::int AND $5::int)
    UNION ALL
    -- A credit note lies on its own category, also where that is not due yet.
    SELECT c.tenancy_id, c.amount_cents, '9999-12' FROM ledger_entry c
    WHERE c.kind = 'credit' AND c.category IS NOT NULL AND c.booked_on BETWEEN $1::date - 400 AND $1::date AND c.recorded_at <= $2::timestamptz
      AND ($3::int[] IS NULL OR c.tenancy_id = ANY ($3::int[])) AND ($4::int IS NULL OR c.tenancy_id BETWEEN $4::int AND $5::int)
  ) x
  GROUP BY x.tenancy_id
), sums AS MATERIALIZED (
  SELECT e.tenancy_id,
    sum(CASE WHEN e.due_on > $1::date THEN 0 WHEN e.due_on IS NOT NULL OR e.kind = 'reversal' THEN e.amount_cents ELSE -e.amount_cents END) AS due,
    sum(CASE WHEN e.due_on > $1::date THEN e.amount_cents ELSE 0 END) AS not_due,
    sum(CASE WHEN e.due_on = $1::date THEN e.amount_cents ELSE 0 END) AS today,
    -- Money for a month of which the rent is booked lies there; only what names a later one may be held.
    to_char(max(e.due_on) FILTER (WHERE e.category IN ('rent', 'service', 'heating')), 'YYYY-MM') AS last_due,
    bool_or(coalesce(e.due_on < $1::date, false)) AS passed,
    -- Rent of this month that is due, and none of it still coming: then nothing of this month is waited for.
    bool_or(coalesce(e.due_on BETWEEN date_trunc('month', $1::date::timestamp)::date AND $1::date, false)) AS this_due,
    bool_or(coalesce(e.due_on > $1::date AND e.due_on < (date_trunc('month', $1::date::timestamp) + interval '1 month')::date, false)) AS this_coming
  FROM ledger_entry e
  WHERE e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz AND ($3::int[] IS NULL OR e.tenancy_id = ANY ($3::int[]))
    AND ($4::int IS NULL OR e.tenancy_id BETWEEN $4::int AND $5::int)
  GROUP BY e.tenancy_id
), named AS (
  SELECT s.*, l.reaches > coalesce(s.last_due, '') AS may_wait, coalesce(l.later, 0) + CASE WHEN s.this_coming OR NOT s.this_due THEN coalesce(l.this_month, 0) ELSE 0 END AS elsewhere
  FROM sums s LEFT JOIN later l ON l.tenancy_id = s.tenancy_id
), bounded AS (
  SELECT n.tenancy_id, n.due, n.not_due, n.today, n.passed, n.elsewhere, n.due + n.elsewhere AS most, n.may_wait FROM named n
)
