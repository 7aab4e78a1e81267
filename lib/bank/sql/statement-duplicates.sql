-- Statements of the account and days of the staged lines, which all stand in one: and whether the bank told them in another way,
-- in another format or as another kind of message.
SELECT t.id, t.kind <> o.kind OR f.format <> me.format AS "isOther"
FROM (SELECT account_id, statement_id, min(booked_on) AS first, max(booked_on) AS last FROM staged_line WHERE NOT known GROUP BY 1, 2) s
JOIN bank_statement o ON o.id = s.statement_id
CROSS JOIN importing i JOIN import_file me ON me.id = i.file_id
JOIN bank_statement t ON t.account_id = s.account_id AND t.from_day <= s.last + 7 AND t.to_day >= s.first - 7
JOIN import_file f ON f.id = t.file_id
