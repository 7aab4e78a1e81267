-- What was agreed at a door and asks for somebody at the office is something to find out; and the closed lists of the field.
ALTER TABLE data_problem DROP CONSTRAINT data_problem_kind,
  ADD CONSTRAINT data_problem_kind CHECK (kind IN ('no-phone', 'no-building', 'no-rent', 'no-tenant', 'number-dead', 'balance-differs', 'contradictory', 'deceased-unverified', 'moved', 'wrong-address', 'worried', 'bell-broken', 'sms-undelivered', 'administrator-unknown', 'wants-arrangement', 'disputes', 'allowance-check', 'repair-needed', 'wants-help'));
ALTER TABLE caretaker_task ADD CONSTRAINT caretaker_task_reason CHECK (reason IN ('contact', 'number', 'repair', 'neighbour', 'welfare'));
ALTER TABLE early_signal ADD CONSTRAINT early_signal_kind CHECK (kind IN ('mail-piling-up', 'not-seen', 'bell-broken'));
ALTER TABLE worry ADD CONSTRAINT worry_kind CHECK (kind IN ('worried', 'deceased-unverified'));
ALTER TABLE field_envelope ADD CONSTRAINT field_envelope_form CHECK (form IN ('visit-1', 'ring-1', 'correction-1'));
