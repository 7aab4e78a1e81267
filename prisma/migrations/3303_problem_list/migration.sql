-- Contracts that files name and nobody knows, found again for the list of what is to be found out.
CREATE INDEX import_issue_unknown_contract ON import_issue ((values ->> 'value')) WHERE code = 'unknown-contract';
