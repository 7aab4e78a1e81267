-- Whether the bank overlaps days from $2 to $3 (null: not known yet) of account $1 in another format before, as a whole.
SELECT EXISTS (
  SELECT FROM bank_statement t JOIN import_file f ON f.id = t.file_id
  CROSS JOIN importing i JOIN import_file me ON me.id = i.file_id
  WHERE t.account_id = $1::int AND t.whole AND t.kind = 'statement' AND f.format <> me.format
    AND t.to_day >= $2::date AND ($3::date IS NULL OR t.from_day <= $3::date)) AS overlaps
