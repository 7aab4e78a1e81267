-- What only grows is not emptied either, also not by the owner of the tables.
CREATE TRIGGER assessment_no_truncate BEFORE TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_event_no_truncate BEFORE TRUNCATE ON access_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_status_no_truncate BEFORE TRUNCATE ON message_status FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER earlier_value_no_truncate BEFORE TRUNCATE ON earlier_value FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rehearsal_reading_no_truncate BEFORE TRUNCATE ON rehearsal_reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_reopening_no_truncate BEFORE TRUNCATE ON case_reopening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_line_before_no_truncate BEFORE TRUNCATE ON bank_line_before FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
