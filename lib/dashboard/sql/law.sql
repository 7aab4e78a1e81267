-- Law and help counted over $1..$2, each on the day it happened (the way the yearly Aedes survey asks);
-- `became` is dashboard/judged.
, evicted AS (SELECT * FROM eviction WHERE undone_at IS NULL AND carried_out_on BETWEEN $1::date AND $2::date),
steps AS (SELECT * FROM legal_step WHERE undone_at IS NULL AND day BETWEEN $1::date AND $2::date)
SELECT
  (SELECT count(*)::int FROM evicted) AS evictions,
  (SELECT count(*)::int FROM evicted WHERE reason = 'arrears') AS evictions_arrears,
  (SELECT jsonb_object_agg(reason, n) FROM (SELECT reason, count(*)::int n FROM evicted GROUP BY 1) r) AS by_reason,
  (SELECT jsonb_object_agg(household, n) FROM (SELECT household, count(*)::int n FROM evicted GROUP BY 1) h) AS by_household,
  (SELECT count(*)::int FROM steps WHERE kind = 'judgment') AS judgments,
  (SELECT jsonb_object_agg(became, n) FROM (SELECT became, count(*)::int n FROM became GROUP BY 1) j) AS judged,
  (SELECT count(*)::int FROM steps WHERE kind = 'eviction-notice') AS notices,
  (SELECT count(*)::int FROM steps WHERE kind = 'eviction-averted') AS averted,
  (SELECT count(*)::int FROM steps WHERE kind = 'keys-returned') AS keys_returned,
  (SELECT count(*)::int FROM steps WHERE kind = 'left-silently') AS left_silently,
  (SELECT count(*)::int FROM referral WHERE reported_on BETWEEN $1::date AND $2::date) AS reported,
  (SELECT count(*)::int FROM referral WHERE answered_on BETWEEN $1::date AND $2::date AND result = 'help-accepted') AS helped,
  (SELECT count(*)::int FROM arrangement WHERE agreed_on BETWEEN $1::date AND $2::date) AS arrangements,
  (SELECT value::int FROM past_figure WHERE kind = 'evictions' AND period = to_char($1::date, 'YYYY')) AS evictions_by_hand
