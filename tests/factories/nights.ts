import fc from "fast-check";
import type pg from "pg";
import { addDays, type Day } from "@/lib/kernel/day";
import type { Street } from "./street";

/** Something that happens on an afternoon to one tenancy, or becomes known then. */
export interface Happening {
  readonly night: number;
  readonly door: number;
  readonly what: (typeof KINDS)[number];
  /** How many days ago it happened, when it is one of those that are known late. */
  readonly ago: number;
  readonly amount: number;
  /** Comes in while the run of that night is going on, instead of on the afternoon before it. */
  readonly during: boolean;
}

const KINDS = [
  "payment",
  "payment",
  "late payment",
  "charge ahead",
  "missed call",
  "missed call",
  "conversation",
  "sms",
  "promise",
  "says paid",
  "hold",
  "cannot pay",
  "leaves",
  "dies",
  "opts out",
  "away",
  "rent changes",
  "undone call",
  "letter sent",
  "ring",
] as const;

/** Done with what a night made: while it is still being made there may be nothing yet. */
const AFTERWARDS: ReadonlySet<string> = new Set(["letter sent", "ring"]);

export const happenings = (nights: number, doors: number): fc.Arbitrary<Happening[]> =>
  fc.array(
    fc
      .record({
        night: fc.nat({ max: nights - 1 }),
        door: fc.nat({ max: doors - 1 }),
        what: fc.constantFrom(...KINDS),
        ago: fc.integer({ min: 1, max: 25 }),
        amount: fc.constantFrom(10_000, 30_000, 60_000, 120_000, 500_000),
        during: fc.boolean(),
      })
      .map((one) => (AFTERWARDS.has(one.what) ? { ...one, during: false } : one)),
    { minLength: 25, maxLength: 45 },
  );

/** Statements with $1 tenancy, $2 person, $3 the day, $4 the moment, $5 amount, $6 an earlier day, $7 a number of its own. */
const INSERT_ATTEMPT = `INSERT INTO attempt (tenancy_id, person_id, channel, day, part, at, outcome, number, recorded_at, undone_at)`;
const STATEMENTS: Record<Happening["what"], string> = {
  payment: `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at) VALUES ($1, 'payment', $5, $3, 'bank', $7, $4)`,
  "late payment": `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at) VALUES ($1, 'payment', $5, $6, 'bank', $7, $4)`,
  "charge ahead": `INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, recorded_at) VALUES ($1, 'charge', 'settlement', $5, $3::date + 1, $3::date + 2, 'erp', $7, $4)`,
  "missed call": `${INSERT_ATTEMPT} VALUES ($1, $2, 'call', $3, 'afternoon', $4, 'not-answered', NULL, $4, NULL)`,
  "undone call": `UPDATE attempt SET undone_at = $4 WHERE tenancy_id = $1 AND undone_at IS NULL`,
  conversation: `${INSERT_ATTEMPT} VALUES ($1, $2, 'call', $3, 'afternoon', $4, 'spoke', NULL, $4, NULL)`,
  sms: `${INSERT_ATTEMPT} VALUES ($1, $2, 'sms', $3, 'afternoon', $4, 'sent', NULL, $4, NULL)`,
  promise: `INSERT INTO payment_promise (tenancy_id, made_on, promised_on, amount_cents, recorded_at) VALUES ($1, $3, $3::date + 3, $5, $4)`,
  "says paid": `INSERT INTO disclosure (tenancy_id, kind, said_on, recorded_at) VALUES ($1, 'already-paid', $3, $4)`,
  "cannot pay": `INSERT INTO disclosure (tenancy_id, kind, said_on, recorded_at) VALUES ($1, 'cannot-pay', $3, $4)`,
  hold: `WITH h AS (INSERT INTO hold (tenancy_id, reason, from_day, review_on, recorded_at) VALUES ($1, 'dispute', $3, $3::date + 20, $4) RETURNING id)
    INSERT INTO hold_charge (hold_id, entry_id) SELECT h.id, e.id FROM h, ledger_entry e WHERE e.tenancy_id = $1 AND e.kind = 'charge' AND e.due_on < $3::date`,
  leaves: `UPDATE tenancy SET ends_on = $3::date + 1 WHERE id = $1`,
  dies: `UPDATE person SET deceased_on = $6, deceased_known_at = $4 WHERE id = $2`,
  "opts out": `UPDATE person SET sms_opt_out = NOT sms_opt_out WHERE id = $2`,
  away: `UPDATE person SET away_until = $3::date + 4 WHERE id = $2`,
  "rent changes": `INSERT INTO tenancy_rent (tenancy_id, from_day, net_cents, service_cents, heating_cents, recorded_at) VALUES ($1, $3::date + 2, $5, 0, 0, $4) ON CONFLICT DO NOTHING`,
  "letter sent": `UPDATE letter SET sent_on = $3, sent_at = $4, delivered_on = $3::date + 2 WHERE tenancy_id = $1 AND sent_on IS NULL AND withdrawn_on IS NULL`,
  ring: `INSERT INTO ring (task_id, day, at, result, recorded_at) SELECT id, $3, $4, 'not-home', $4 FROM caretaker_task WHERE tenancy_id = $1 AND closed_on IS NULL`,
};

/** @param on the day of which it is the afternoon @param at when it is written down */
export async function happens(
  client: pg.Pool | pg.ClientBase,
  street: Street,
  one: Happening,
  on: Day,
  at: Date,
  number: string,
): Promise<void> {
  const who = street.tenancies[one.door];
  if (!who) return;
  const values = [who.id, who.personId, on, at, one.amount, addDays(on, -one.ago), number];
  const text = STATEMENTS[one.what];
  // PostgreSQL wants to know the type of every value it is given: those not used are left out by counting anew.
  const used = [1, 2, 3, 4, 5, 6, 7].filter((place) => text.includes(`$${place}`));
  const renumbered = text.replace(/\$(\d)/g, (_, place: string) => `$${used.indexOf(Number(place)) + 1}`);
  await client.query(
    renumbered,
    used.map((place) => values[place - 1]),
  );
}
