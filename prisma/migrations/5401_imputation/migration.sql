-- What a receipt names is kept as it was said; what that means is worked out with what is booked on a day.
ALTER TABLE designation DROP COLUMN charge_id;
ALTER TABLE designation ALTER COLUMN amount_cents DROP NOT NULL;
ALTER TABLE designation ADD COLUMN said jsonb NOT NULL;
-- The last month it can reach into, so that a sum tells which accounts have money on what is not due yet.
ALTER TABLE designation ADD COLUMN reaches char(7) NOT NULL DEFAULT '9999-12';
CREATE INDEX designation_reaches ON designation (reaches);
ALTER TABLE designation ADD CONSTRAINT designation_said CHECK (said ->> 'kind' IN ('numbers', 'months', 'collection', 'settlement', 'instalment', 'charge'));
-- Credit notes are few, and may lie on what is not due yet.
CREATE INDEX ledger_entry_credit ON ledger_entry (booked_on) WHERE kind = 'credit';

-- How rent is paid decides whether a month may be called short: what it was earlier is read again by a replay.
DROP TRIGGER tenancy_earlier ON tenancy;
CREATE TRIGGER tenancy_earlier AFTER UPDATE ON tenancy FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION keep_earlier('starts_on', 'ends_on', 'dwelling_id', 'payment_method');

-- A text as people search for it: without accents, with one kind of quote, in small letters; the same in every locale of a server.
CREATE FUNCTION plain_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(said) = length(said) THEN lower(translate(said, '`', ''''))
    ELSE lower(translate(replace(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'), 'ıłŁøØđĐ’‘´`', 'ilLoOdD''''''''')) END
$$;

-- An account that starts mid-life opens with what the rent administration says was owed the day before.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_source;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_source CHECK (source IN ('erp', 'bank', 'desk', 'opening'));
