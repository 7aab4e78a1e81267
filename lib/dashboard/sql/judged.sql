-- The tenancies with a judgment in $1..$2, each once by its last, and what had come of it on the last of those days.
WITH judged AS (
  SELECT tenancy_id, max(day) AS day FROM legal_step WHERE kind = 'judgment' AND undone_at IS NULL AND day BETWEEN $1::date AND $2::date
  GROUP BY tenancy_id
), became AS (
  SELECT j.tenancy_id, j.day, CASE
    WHEN EXISTS (SELECT FROM eviction e WHERE e.tenancy_id = j.tenancy_id AND e.undone_at IS NULL
      AND e.carried_out_on BETWEEN j.day AND $2::date) THEN 'evicted'
    WHEN EXISTS (SELECT FROM legal_step k WHERE k.tenancy_id = j.tenancy_id AND k.kind = 'keys-returned' AND k.undone_at IS NULL
      AND k.day BETWEEN j.day AND $2::date) THEN 'keys-returned'
    WHEN EXISTS (SELECT FROM legal_step k WHERE k.tenancy_id = j.tenancy_id AND k.kind = 'left-silently' AND k.undone_at IS NULL
      AND k.day BETWEEN j.day AND $2::date) THEN 'left-silently'
    WHEN t.ends_on <= $2::date THEN 'left'
    ELSE 'stayed' END AS became
  FROM judged j JOIN tenancy t ON t.id = j.tenancy_id
)
