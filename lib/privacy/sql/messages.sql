-- Words of messages, replies and printed letters from before the term; that they were, and when, stays.
-- $1 the last day on which the term was over, $2 whether to do it, or only count
WITH held AS (
  SELECT tp.tenancy_id FROM tenancy_person tp JOIN legal_hold h ON h.person_id = tp.person_id AND h.ended_at IS NULL
  -- What is needed to settle a debt or a claim is kept: a case that is open, or closed since.
  UNION SELECT c.tenancy_id FROM arrears_case c WHERE c.closed_on IS NULL OR c.closed_on > $1::date
),
sent AS (
  SELECT id FROM outbox_message WHERE created_at < $1::date + 1 AND body <> '' AND status NOT IN ('queued', 'sending', 'uncertain')
    AND tenancy_id NOT IN (SELECT tenancy_id FROM held)
),
replies AS (
  SELECT id FROM sms_reply WHERE recorded_at < $1::date + 1 AND body <> '' AND read_at IS NOT NULL
    AND (tenancy_id IS NULL OR tenancy_id NOT IN (SELECT tenancy_id FROM held))
),
prints AS (
  SELECT p.id FROM letter_print p JOIN letter l ON l.id = p.letter_id WHERE p.made_at < $1::date + 1 AND l.tenancy_id NOT IN (SELECT tenancy_id FROM held)
),
a AS (UPDATE outbox_message SET recipient = '', body = '' WHERE $2 AND id IN (SELECT id FROM sent)),
b AS (UPDATE sms_reply SET sender = '', body = '' WHERE $2 AND id IN (SELECT id FROM replies)),
c AS (DELETE FROM letter_print WHERE $2 AND id IN (SELECT id FROM prints))
SELECT ((SELECT count(*) FROM sent) + (SELECT count(*) FROM replies) + (SELECT count(*) FROM prints))::int AS count
