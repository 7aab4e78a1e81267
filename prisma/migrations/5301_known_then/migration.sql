-- What decided an earlier answer and was changed since, kept as it was: who looks back then knows what was known then.

-- A bank line that says something else now: whose it was, or may have been, from one moment to another. Append-only.
ALTER TABLE bank_line ADD COLUMN changed_at TIMESTAMPTZ(3);
CREATE TABLE bank_line_before (
  id SERIAL PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES bank_line (id),
  disposition TEXT NOT NULL,
  tenancy_id INTEGER,
  suspects INTEGER[] NOT NULL,
  since TIMESTAMPTZ(3) NOT NULL,
  until_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX bank_line_before_suspects ON bank_line_before USING gin (suspects) WHERE disposition = 'suspense';
CREATE INDEX bank_line_before_tenancy ON bank_line_before (tenancy_id) WHERE tenancy_id IS NOT NULL;
CREATE INDEX bank_line_before_until ON bank_line_before (until_at);
CREATE TRIGGER bank_line_before_append_only BEFORE UPDATE OR DELETE ON bank_line_before FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- Lines settled before this was kept still name whom they waited for.
INSERT INTO bank_line_before (line_id, disposition, suspects, since, until_at)
SELECT id, 'suspense', array_remove(suspects || suggested_tenancy, NULL), recorded_at, settled_at FROM bank_line WHERE settled_at > recorded_at;
UPDATE bank_line SET changed_at = settled_at WHERE settled_at > recorded_at;

CREATE FUNCTION keep_line_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := clock_moment();
  INSERT INTO bank_line_before (line_id, disposition, tenancy_id, suspects, since, until_at)
  VALUES (OLD.id, OLD.disposition, OLD.tenancy_id, array_remove(OLD.suspects || OLD.suggested_tenancy, NULL), coalesce(OLD.changed_at, OLD.recorded_at), NEW.changed_at);
  RETURN NEW;
END $$;
CREATE TRIGGER bank_line_keep_before BEFORE UPDATE ON bank_line FOR EACH ROW
  WHEN ((OLD.disposition, OLD.tenancy_id, OLD.suspects, OLD.suggested_tenancy) IS DISTINCT FROM (NEW.disposition, NEW.tenancy_id, NEW.suspects, NEW.suggested_tenancy))
  EXECUTE FUNCTION keep_line_before();

-- A day the office is closed, from when we knew, and until it was taken back.
ALTER TABLE closed_day DROP CONSTRAINT closed_day_pkey, ADD COLUMN id SERIAL PRIMARY KEY,
  ADD COLUMN recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT '1900-01-01T00:00:00Z', ADD COLUMN withdrawn_at TIMESTAMPTZ(3);
ALTER TABLE closed_day ALTER COLUMN recorded_at SET DEFAULT clock_moment();
CREATE UNIQUE INDEX closed_day_standing ON closed_day (day) WHERE withdrawn_at IS NULL;

-- Who looks after a building was always known, where nobody wrote down since when.
ALTER TABLE building_caretaker ADD COLUMN recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT '1900-01-01T00:00:00Z';
CREATE TRIGGER building_caretaker_earlier AFTER UPDATE ON building_caretaker FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('until_day');
CREATE TRIGGER staff_earlier AFTER UPDATE ON staff FOR EACH ROW WHEN (OLD.active IS DISTINCT FROM NEW.active OR OLD.role IS DISTINCT FROM NEW.role)
  EXECUTE FUNCTION keep_earlier('active', 'role');
-- A visit that got another day, and a message that left on a later one than it was written.
CREATE TRIGGER visit_earlier AFTER UPDATE ON visit FOR EACH ROW
  WHEN ((OLD.planned_for, OLD.part) IS DISTINCT FROM (NEW.planned_for, NEW.part)) EXECUTE FUNCTION keep_earlier('planned_for', 'part');
CREATE TRIGGER attempt_earlier AFTER UPDATE ON attempt FOR EACH ROW
  WHEN ((OLD.day, OLD.part) IS DISTINCT FROM (NEW.day, NEW.part)) EXECUTE FUNCTION keep_earlier('day', 'part');
