import type pg from "pg";

/** What runs left behind, without ids and creation moments, in a fixed order: two histories that agree give equal text. */
const STATEMENTS = {
  assessments: `SELECT t.number, a.day::text, a.known_at, a.contact_step, a.duty_step, a.answer, a.overdue_cents::text AS overdue, a.case_id IS NOT NULL AS in_case
    FROM assessment a JOIN tenancy t ON t.id = a.tenancy_id ORDER BY t.number, a.id`,
  cases: `SELECT t.number, c.opened_on::text, c.closed_on::text, c.closed_reason,
      (SELECT json_agg(json_build_array(r.closed_on, r.reopened_on) ORDER BY r.id) FROM case_reopening r WHERE r.case_id = c.id) AS reopened
    FROM arrears_case c JOIN tenancy t ON t.id = c.tenancy_id ORDER BY t.number, c.id`,
  visits: `SELECT t.number, v.round, v.ordinal, v.purpose, v.asked_on::text, v.visit_before::text, v.withdrawn_on::text, v.withdrawn_for
    FROM visit v JOIN tenancy t ON t.id = v.tenancy_id ORDER BY t.number, v.id`,
  tasks: `SELECT t.number, c.round, c.ordinal, c.given_on::text, c.due_on::text, c.closed_on::text, c.closed_reason
    FROM caretaker_task c JOIN tenancy t ON t.id = c.tenancy_id ORDER BY t.number, c.id`,
  letters: `SELECT t.number, l.ordinal, l.asked_on::text, l.withdrawn_on::text FROM letter l JOIN tenancy t ON t.id = l.tenancy_id ORDER BY t.number, l.id`,
  referrals: `SELECT t.number, r.ordinal, r.asked_on::text, r.withdrawn_on::text FROM referral r JOIN tenancy t ON t.id = r.tenancy_id ORDER BY t.number, r.id`,
  problems: `SELECT t.number, p.kind, p.since::text, p.ended_on::text FROM data_problem p JOIN tenancy t ON t.id = p.tenancy_id ORDER BY t.number, p.id`,
  audit: `SELECT t.number, e.action, e.at, e.detail ->> 'day' AS day, e.detail ->> 'reason' AS reason
    FROM audit_event e JOIN tenancy t ON t.id = e.tenancy_id WHERE e.action LIKE 'cases.%' ORDER BY t.number, e.id`,
} as const;

export async function outcomeOf(pool: pg.Pool): Promise<Record<keyof typeof STATEMENTS, unknown[]>> {
  const found = {} as Record<keyof typeof STATEMENTS, unknown[]>;
  for (const [name, statement] of Object.entries(STATEMENTS) as [keyof typeof STATEMENTS, string][])
    found[name] = (await pool.query(statement)).rows;
  return found;
}
