-- For how many on the list anyway a changed limit says something else: why a rehearsal shows no difference.
ALTER TABLE rehearsal_day ADD COLUMN covered JSONB NOT NULL DEFAULT '[]';
