-- $1 json array of decisions: at, staff_id, action, tenancy_id, detail
INSERT INTO audit_event (at, staff_id, action, tenancy_id, detail)
SELECT d.at, d.staff_id, d.action, d.tenancy_id, d.detail
FROM jsonb_to_recordset($1::jsonb) AS d(at timestamptz, staff_id int, action text, tenancy_id int, detail jsonb)
