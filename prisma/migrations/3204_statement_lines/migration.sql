-- A statement is shown with its lines.
CREATE INDEX bank_line_statement ON bank_line (statement_id);
