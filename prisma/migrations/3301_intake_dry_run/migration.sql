-- Files are looked at before they are brought in; the columns of another system are mapped once; what changes is kept old beside new.

ALTER TABLE import_file DROP CONSTRAINT import_file_status;
ALTER TABLE import_file ADD CONSTRAINT import_file_status CHECK (status IN ('running', 'done', 'refused', 'interrupted', 'checked'));
ALTER TABLE import_file ADD COLUMN ended integer NOT NULL DEFAULT 0, ADD COLUMN upload_id uuid, ADD COLUMN dry_run boolean NOT NULL DEFAULT false,
  ADD COLUMN mapping text, ADD COLUMN bytes bigint NOT NULL DEFAULT 0, ADD COLUMN total_bytes bigint NOT NULL DEFAULT 0,
  ADD COLUMN amount_cents bigint NOT NULL DEFAULT 0;
CREATE INDEX import_file_upload ON import_file (upload_id) WHERE upload_id IS NOT NULL;

-- Files offered on the screen, kept on disk until they are brought in or thrown away.
CREATE TABLE upload (
  id uuid NOT NULL,
  status text NOT NULL CONSTRAINT upload_status CHECK (status IN ('checking', 'checked', 'importing', 'done', 'discarded')),
  names text[] NOT NULL,
  bytes bigint NOT NULL,
  complete_through date,
  staff_id integer,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT upload_pkey PRIMARY KEY (id)
);
CREATE INDEX upload_status_created ON upload (status, created_at);

-- How one source names its columns. A later one of the same name or the same columns replaces it; the old one stays, with its end.
CREATE TABLE column_mapping (
  id serial NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  signature text NOT NULL,
  columns jsonb NOT NULL,
  staff_id integer,
  recorded_at timestamptz(3) NOT NULL,
  replaced_at timestamptz(3),
  CONSTRAINT column_mapping_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX column_mapping_name ON column_mapping (name) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX column_mapping_signature ON column_mapping (signature) WHERE replaced_at IS NULL;
