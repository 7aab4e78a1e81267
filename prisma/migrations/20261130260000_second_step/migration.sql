-- Signing in: a second step, browsers that are known, sessions that end by themselves, and links to set a password.
ALTER TABLE staff DROP CONSTRAINT staff_role,
  ADD CONSTRAINT staff_role CHECK (role IN ('finance', 'consultant', 'caretaker', 'management', 'admin', 'privacy')),
  -- Given by somebody else: the first sign-in sets one's own.
  ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
  -- At the provider of the organisation: issuer and its own id, never the e-mail.
  ADD COLUMN issuer text,
  ADD COLUMN external_id text,
  -- Until then whoever signs in there with this e-mail gets this account; an administrator said so.
  ADD COLUMN may_join_until timestamptz(3),
  ADD CONSTRAINT staff_external UNIQUE (issuer, external_id),
  ADD CONSTRAINT staff_external_whole CHECK ((issuer IS NULL) = (external_id IS NULL)),
  ADD CONSTRAINT staff_managed_no_password CHECK (issuer IS NULL OR password_hash IS NULL);

ALTER TABLE session ADD COLUMN last_seen_at timestamptz(3),
  ADD COLUMN authenticated_at timestamptz(3),
  ADD COLUMN stage text NOT NULL DEFAULT 'open',
  ADD COLUMN method text NOT NULL DEFAULT 'password',
  ADD CONSTRAINT session_stage CHECK (stage IN ('open', 'factor', 'password', 'enrol')),
  ADD CONSTRAINT session_method CHECK (method IN ('password', 'passkey', 'organisation'));
UPDATE session SET last_seen_at = created_at, authenticated_at = created_at;
ALTER TABLE session ALTER COLUMN last_seen_at SET DEFAULT CURRENT_TIMESTAMP, ALTER COLUMN last_seen_at SET NOT NULL,
  ALTER COLUMN authenticated_at SET DEFAULT CURRENT_TIMESTAMP, ALTER COLUMN authenticated_at SET NOT NULL;

ALTER TABLE sign_in_failure ADD COLUMN address text, ADD COLUMN browser text;
CREATE INDEX sign_in_failure_address_at_idx ON sign_in_failure (address, at);

CREATE TABLE known_browser (
  staff_id integer NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  hash text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (staff_id, hash)
);

CREATE TABLE totp (
  staff_id integer PRIMARY KEY REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  secret text NOT NULL,
  confirmed_at timestamptz(3),
  -- A code counts once.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  id serial PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  hash text NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX recovery_code_staff_id_idx ON recovery_code (staff_id);

CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL DEFAULT 0,
  transports text[] DEFAULT ARRAY[]::text[],
  name text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_staff_id_idx ON passkey (staff_id);

-- What a browser is asked to sign; each once, and for five minutes.
CREATE TABLE passkey_challenge (
  id uuid PRIMARY KEY,
  challenge text NOT NULL,
  staff_id integer,
  made_at timestamptz(3) NOT NULL
);

CREATE TABLE password_link (
  hash text PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_by integer,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX password_link_staff_id_idx ON password_link (staff_id);
