-- A run does all tenancies or those touched since the last one; in batches that workers share and that are done once.
ALTER TABLE run ADD COLUMN scope TEXT NOT NULL DEFAULT 'full', ADD COLUMN basis JSONB, ADD COLUMN touched INTEGER,
  ADD COLUMN checked INTEGER, ADD COLUMN differed INTEGER,
  ADD CONSTRAINT run_scope CHECK (scope IN ('full', 'touched'));
CREATE TABLE run_batch (
  run_id INTEGER NOT NULL REFERENCES run (id),
  ordinal INTEGER NOT NULL,
  tenancy_ids INTEGER[] NOT NULL,
  done BOOLEAN NOT NULL DEFAULT false,
  assessed INTEGER NOT NULL DEFAULT 0,
  stored INTEGER NOT NULL DEFAULT 0,
  opened INTEGER NOT NULL DEFAULT 0,
  closed INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT run_batch_pkey PRIMARY KEY (run_id, ordinal)
);

-- What a register said before it was changed: who asks what was known earlier reads it here. Append-only.
CREATE TABLE earlier_value (
  id BIGSERIAL PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  until_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX earlier_value_row ON earlier_value (table_name, row_id, until_at);
CREATE INDEX earlier_value_until ON earlier_value (until_at);
CREATE TRIGGER earlier_value_append_only BEFORE UPDATE OR DELETE ON earlier_value FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Now, as the database's own clock tells it (the same as lib/platform/clock), or real time.
CREATE FUNCTION clock_moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT ((day + CASE part WHEN 'morning' THEN time '09:00' ELSE time '13:30' END) AT TIME ZONE 'Europe/Amsterdam')
      + least(greatest(date_trunc('milliseconds', clock_timestamp()) - set_at, interval '0'), interval '150 minutes')
    FROM own_clock WHERE id = 1
  ), date_trunc('milliseconds', clock_timestamp()))
$$;

-- Named fields that changed keep what they were. Of a text about safety only that there is one.
CREATE FUNCTION keep_earlier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  field text;
BEGIN
  FOREACH field IN ARRAY TG_ARGV LOOP
    IF before -> field IS DISTINCT FROM after -> field THEN
      INSERT INTO earlier_value (table_name, row_id, field, value, until_at)
      VALUES (TG_TABLE_NAME, OLD.id, field, CASE WHEN field = 'safety_note' THEN ((before ->> field) IS NOT NULL)::text ELSE before ->> field END, clock_moment());
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER tenancy_earlier AFTER UPDATE ON tenancy FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('starts_on', 'ends_on', 'dwelling_id');
CREATE TRIGGER tenancy_rent_earlier AFTER UPDATE ON tenancy_rent FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('net_cents', 'service_cents', 'heating_cents');
CREATE TRIGGER tenancy_person_earlier AFTER UPDATE ON tenancy_person FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('until_day');
CREATE TRIGGER person_earlier AFTER UPDATE ON person FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('away_until', 'sms_opt_out', 'prefers', 'safety_note', 'deceased_on');
CREATE TRIGGER contact_point_earlier AFTER UPDATE ON contact_point FOR EACH ROW WHEN (OLD.quality IS DISTINCT FROM NEW.quality)
  EXECUTE FUNCTION keep_earlier('quality');
CREATE TRIGGER dwelling_earlier AFTER UPDATE ON dwelling FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('building_id', 'kind');

-- What a field of a register said at a moment: what it says now, unless it was changed later.
CREATE FUNCTION value_at(of_table text, of_row int, of_field text, now_says text, known timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (
    SELECT FROM earlier_value e WHERE e.table_name = of_table AND e.row_id = of_row AND e.field = of_field AND e.until_at > known
  ) THEN (
    SELECT e.value FROM earlier_value e WHERE e.table_name = of_table AND e.row_id = of_row AND e.field = of_field AND e.until_at > known
    ORDER BY e.until_at, e.id LIMIT 1
  ) ELSE now_says END
$$;

-- Finds what was recorded, or comes due, since the last run in tables that grow.
CREATE INDEX ledger_entry_days ON ledger_entry USING brin (booked_on, due_on) WITH (autosummarize = on);
CREATE INDEX attempt_recorded ON attempt USING brin (recorded_at) WITH (autosummarize = on);
CREATE INDEX assessment_known ON assessment USING brin (known_at) WITH (autosummarize = on);
CREATE INDEX assessment_reassess ON assessment (reassess_on) WHERE reassess_on IS NOT NULL;
CREATE INDEX tenancy_rent_from ON tenancy_rent (from_day);
