-- Each time a new flag undid a closing: the rounds and agreements of a case are read from when it was cured.
CREATE TABLE case_reopening (
  id SERIAL PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES arrears_case (id),
  closed_on DATE NOT NULL,
  reopened_on DATE NOT NULL,
  recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT case_reopening_order CHECK (reopened_on >= closed_on)
);
CREATE INDEX case_reopening_case_id_idx ON case_reopening (case_id);
CREATE TRIGGER case_reopening_append_only BEFORE UPDATE OR DELETE ON case_reopening FOR EACH ROW EXECUTE FUNCTION refuse_change();
