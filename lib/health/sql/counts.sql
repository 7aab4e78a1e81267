-- How the program stands, as far as the database knows.
SELECT
  (SELECT max(day)::text FROM run WHERE status = 'done') AS "runDay",
  (SELECT max(finished_at) FROM run WHERE status = 'done') AS "runAt",
  (SELECT count(*) FROM pgboss.job WHERE name = 'run' AND state = 'active' AND started_on < now() - interval '2 hours')::int AS "runStuck",
  (SELECT count(*) FROM pgboss.job WHERE state < 'active')::int AS "jobsWaiting",
  (SELECT extract(epoch FROM now() - min(created_on))::int FROM pgboss.job WHERE state < 'active' AND start_after <= now()) AS "jobsOldest",
  (SELECT count(*) FROM pgboss.job WHERE state = 'failed' AND completed_on > now() - interval '7 days')::int AS "jobsFailed",
  (SELECT count(*) FROM outbox_message WHERE status IN ('queued', 'sending'))::int AS "smsWaiting",
  (SELECT count(*) FROM outbox_message WHERE status = 'uncertain')::int AS "smsUncertain",
  (SELECT count(*) FROM outbox_message WHERE status = 'undelivered' AND status_at > now() - interval '7 days')::int AS "smsUndelivered",
  (SELECT count(*) FROM field_envelope WHERE state = 'received' AND received_at < now() - interval '15 minutes')::int AS "fieldWaiting",
  (SELECT count(*) FROM audit_event WHERE action = 'staff.signInFailed' AND at > clock_moment() - interval '1 day')::int AS "signInsFailed",
  (SELECT max(at) FROM audit_event WHERE action = 'privacy.retain') AS "tidiedAt",
  current_setting('server_version') AS "databaseVersion",
  (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS "modelVersion",
  pg_database_size(current_database())::text AS "databaseBytes"
