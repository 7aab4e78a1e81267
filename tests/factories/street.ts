import type pg from "pg";
import { addDays, addMonths, type Day, firstDay, type Month } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { Entry } from "@/lib/ledger/domain/entry";
import { storeLedger, storeTenancy } from "./store";

/** How the people behind a door pay, by their place in the street. */
const HABITS = ["on-time", "silent", "half", "late", "silent", "once-missed", "bounced", "pays-up"] as const;
export type Habit = (typeof HABITS)[number];

export interface Street {
  readonly tenancies: readonly { readonly id: number; readonly personId: number; readonly habit: Habit }[];
  readonly buildingId: number;
}
export interface StreetPlan {
  readonly doors: number;
  readonly from: Month;
  readonly through: Month;
}

const RENT = 60_000;
const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;
/** What is booked on a day is known early that morning. */
const learned = (on: Day) => new Date(`${on}T02:00:00Z`);

/** A street of homes in one building with a caretaker, each with a tenant, a phone or none, and a rent account. */
export async function storeStreet(pool: pg.Pool, { doors, from, through }: StreetPlan): Promise<Street> {
  const { rows } = await pool.query<{ id: number }>(
    `WITH b AS (INSERT INTO building (code, name, street, house_number, postcode, city)
       VALUES ('B' || (SELECT count(*) FROM building), 'Hof', 'Proefstraat', '1', '3011AA', 'Rotterdam') RETURNING id)
     INSERT INTO building_caretaker (building_id, email, from_day) SELECT id, 'huismeester@proef.nl', '2000-01-01' FROM b RETURNING building_id AS id`,
  );
  const buildingId = (rows[0] as { id: number }).id;
  const tenancies: { id: number; personId: number; habit: Habit }[] = [];
  for (let place = 0; place < doors; place++) {
    const habit = HABITS[place % HABITS.length] as Habit;
    const id = await storeTenancy(pool, { number: `S${buildingId}-${String(place).padStart(4, "0")}`, buildingId });
    await storeLedger(pool, id, { entries: account(habit, from, through) });
    tenancies.push({ id, personId: await storeTenant(pool, id, place), habit });
  }
  return { tenancies, buildingId };
}

/** Every fifth has no phone, every third only a landline. */
async function storeTenant(pool: pg.Pool, tenancyId: number, place: number): Promise<number> {
  const kind = place % 5 === 4 ? "unusable" : place % 3 === 2 ? "landline" : "mobile";
  const { rows } = await pool.query<{ id: number }>(
    `WITH p AS (INSERT INTO person (number, last_name, recorded_at) VALUES ('P' || $1::int, 'Jansen', '2020-01-01') RETURNING id),
     t AS (INSERT INTO tenancy_person (tenancy_id, person_id, role, recorded_at) SELECT $1, id, 'tenant', '2020-01-01' FROM p),
     c AS (INSERT INTO contact_point (person_id, kind, value, recorded_at) SELECT id, $2, '+3161000' || $1::int, '2020-01-01' FROM p),
     r AS (INSERT INTO tenancy_rent (tenancy_id, from_day, net_cents, service_cents, heating_cents, recorded_at) VALUES ($1, '2015-01-01', $3, 0, 0, '2020-01-01'))
     SELECT id FROM p`,
    [tenancyId, kind, RENT],
  );
  return (rows[0] as { id: number }).id;
}

type LearnedEntry = Entry & { readonly recordedAt: Date };

function account(habit: Habit, from: Month, through: Month): LearnedEntry[] {
  const entries: LearnedEntry[] = [];
  const add = (entry: Omit<Entry, "id" | "number" | "source">): LearnedEntry => {
    const id = String(entries.length + 1);
    const made = { ...blank, ...entry, id, number: id, recordedAt: learned(entry.bookedOn) };
    entries.push(made);
    return made;
  };
  const pay = (on: Day, amount: number) => add({ ...blank, kind: "payment", amount: cents(amount), bookedOn: on });
  for (let month = from, n = 0; month <= through; month = addMonths(month, 1), n++) {
    const due = firstDay(month);
    add({ ...blank, kind: "charge", category: "rent", amount: cents(RENT), bookedOn: due, dueOn: due });
    if (habit === "on-time") pay(due, RENT);
    if (habit === "half") pay(addDays(due, 3), RENT / 2);
    if (habit === "late") pay(addDays(due, 23), RENT);
    if (habit === "once-missed" && n !== 1) pay(addDays(due, 2), RENT);
    if (habit === "pays-up" && n % 2 === 1) pay(addDays(due, 16), 2 * RENT);
    if (habit === "bounced") {
      const debit = pay(due, RENT);
      if (n % 2 === 1) add({ ...debit, kind: "reversal", bookedOn: addDays(due, 5), reversesId: debit.id });
    }
  }
  return entries;
}

/** Receipts are complete through each working morning's day before. */
export async function storeBankDays(pool: pg.Pool, from: Day, through: Day): Promise<void> {
  for (let on = from; on <= through; on = addDays(on, 1)) {
    await pool.query("INSERT INTO receipts_complete (through_day, recorded_at) VALUES ($1, $2)", [addDays(on, -1), learned(on)]);
  }
}

/** A call that nobody answered, written down in the middle of that morning. */
export async function storeMissedCall(pool: pg.Pool, tenancyId: number, personId: number, on: Day): Promise<void> {
  const at = new Date(`${on}T09:30:00Z`);
  await pool.query(
    `INSERT INTO attempt (tenancy_id, person_id, channel, day, part, at, outcome, recorded_at) VALUES ($1, $2, 'call', $3, 'morning', $4, 'not-answered', $4)`,
    [tenancyId, personId, on, at],
  );
}
