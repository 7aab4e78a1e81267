-- Everything that is kept about one person, table by table, as JSON. $1 the person
-- Of a home they left, what was recorded until then; of others in it nothing.
WITH mine AS (
  SELECT tp.tenancy_id AS id, coalesce(tp.until_day, 'infinity'::date) AS until, NOT EXISTS (
    SELECT FROM tenancy_person o WHERE o.tenancy_id = tp.tenancy_id AND o.person_id <> tp.person_id AND o.role IN ('tenant', 'co-tenant')
  ) AS alone
  FROM tenancy_person tp WHERE tp.person_id = $1 AND tp.role IN ('tenant', 'co-tenant')
)
SELECT * FROM (VALUES
  ('person', (SELECT jsonb_agg(to_jsonb(x)) FROM person x WHERE x.id = $1)),
  ('contact_point', (SELECT jsonb_agg(to_jsonb(x)) FROM contact_point x WHERE x.person_id = $1)),
  ('earlier_value', (SELECT jsonb_agg(to_jsonb(x)) FROM earlier_value x WHERE x.table_name = 'person' AND x.row_id = $1)),
  ('tenancy_person', (SELECT jsonb_agg(to_jsonb(x)) FROM tenancy_person x WHERE x.person_id = $1)),
  ('tenancy', (SELECT jsonb_agg(to_jsonb(x) || jsonb_build_object('address', to_jsonb(d) - 'id')) FROM tenancy x JOIN dwelling d ON d.id = x.dwelling_id WHERE x.id IN (SELECT id FROM mine))),
  ('tenancy_rent', (SELECT jsonb_agg(to_jsonb(x)) FROM tenancy_rent x WHERE x.tenancy_id IN (SELECT id FROM mine))),
  ('tenancy_iban', (SELECT jsonb_agg(to_jsonb(x)) FROM tenancy_iban x WHERE x.tenancy_id IN (SELECT id FROM mine WHERE alone))),
  ('ledger_entry', (SELECT jsonb_agg(to_jsonb(x) ORDER BY x.booked_on, x.id) FROM ledger_entry x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('designation', (SELECT jsonb_agg(to_jsonb(x)) FROM designation x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('bank_line', (SELECT jsonb_agg(to_jsonb(x) - '{suggestions,suspects,fingerprint}'::text[]) FROM bank_line x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('arrears_case', (SELECT jsonb_agg(to_jsonb(x)) FROM arrears_case x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('assessment', (SELECT jsonb_agg(to_jsonb(x) - 'fingerprint' ORDER BY x.id) FROM assessment x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('attempt', (SELECT jsonb_agg(to_jsonb(x) ORDER BY x.at) FROM attempt x WHERE x.person_id = $1 OR (x.person_id IS NULL AND EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1)))),
  ('disclosure', (SELECT jsonb_agg(to_jsonb(x)) FROM disclosure x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('case_note', (SELECT jsonb_agg(to_jsonb(x)) FROM case_note x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.at < m.until + 1))),
  ('outbox_message', (SELECT jsonb_agg(to_jsonb(x)) FROM outbox_message x WHERE x.person_id = $1 OR (x.person_id IS NULL AND EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.created_at < m.until + 1)))),
  ('sms_reply', (SELECT jsonb_agg(to_jsonb(x)) FROM sms_reply x WHERE x.person_id = $1 OR (x.person_id IS NULL AND EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1)))),
  ('letter', (SELECT jsonb_agg(to_jsonb(x) || jsonb_build_object('pages', (SELECT jsonb_agg(p.page) FROM letter_print p WHERE p.letter_id = x.id))) FROM letter x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('visit', (SELECT jsonb_agg(to_jsonb(x)) FROM visit x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('caretaker_task', (SELECT jsonb_agg(to_jsonb(x)) FROM caretaker_task x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('ring', (SELECT jsonb_agg(to_jsonb(r)) FROM ring r JOIN caretaker_task x ON x.id = r.task_id WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('callback_card', (SELECT jsonb_agg(to_jsonb(x)) FROM callback_card x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('worry', (SELECT jsonb_agg(to_jsonb(x)) FROM worry x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.at < m.until + 1))),
  ('early_signal', (SELECT jsonb_agg(to_jsonb(x)) FROM early_signal x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.at < m.until + 1))),
  ('hold', (SELECT jsonb_agg(to_jsonb(x)) FROM hold x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('payment_promise', (SELECT jsonb_agg(to_jsonb(x)) FROM payment_promise x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('arrangement', (SELECT jsonb_agg(to_jsonb(x) || jsonb_build_object('instalments', (SELECT jsonb_agg(to_jsonb(i)) FROM instalment i WHERE i.arrangement_id = x.id))) FROM arrangement x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('referral', (SELECT jsonb_agg(to_jsonb(x)) FROM referral x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('sharing_objection', (SELECT jsonb_agg(to_jsonb(x)) FROM sharing_objection x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('legal_step', (SELECT jsonb_agg(to_jsonb(x)) FROM legal_step x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('eviction', (SELECT jsonb_agg(to_jsonb(x)) FROM eviction x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('data_problem', (SELECT jsonb_agg(to_jsonb(x)) FROM data_problem x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('provisional_payment', (SELECT jsonb_agg(to_jsonb(x)) FROM provisional_payment x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.recorded_at < m.until + 1))),
  ('access_event', (SELECT jsonb_agg(to_jsonb(x)) FROM access_event x WHERE EXISTS (SELECT FROM mine m WHERE m.id = x.tenancy_id AND x.at < m.until + 1)))
) AS kept (place, rows)
