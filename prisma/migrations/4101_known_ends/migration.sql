-- When the program learned that something ended: what was known on an earlier moment can then be told again. Null: on its day.
ALTER TABLE letter ADD COLUMN withdrawn_at TIMESTAMPTZ(3);
ALTER TABLE referral ADD COLUMN withdrawn_at TIMESTAMPTZ(3);
ALTER TABLE legal_step ADD COLUMN ended_at TIMESTAMPTZ(3);
ALTER TABLE sharing_objection ADD COLUMN withdrawn_at TIMESTAMPTZ(3);
ALTER TABLE data_problem ADD COLUMN ended_at TIMESTAMPTZ(3);
ALTER TABLE case_reopening ADD COLUMN closed_at TIMESTAMPTZ(3);
