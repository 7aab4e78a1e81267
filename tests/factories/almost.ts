import type pg from "pg";
import { addDays, addMonths, firstDay, type Month } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { storeLedger, storeTenancy } from "./store";

const RENT = 60_000;
const PAID = 33_000;

/**
 * A home where 45 % of this month's rent stays open, and nothing old. Nobody is called under a threshold of 0.50 months; under 0.40
 * they are.
 */
export async function storeAlmost(pool: pg.Pool, month: Month, number: string): Promise<number> {
  const id = await storeTenancy(pool, { number });
  const months = [addMonths(month, -3), addMonths(month, -2), addMonths(month, -1), month];
  const entries = months.flatMap((each, index) => {
    const due = firstDay(each);
    const base = {
      category: null,
      dueOn: null,
      reversesId: null,
      source: "erp",
      recordedAt: new Date(`${due}T02:00:00Z`),
    } as const;
    const paid = addDays(due, 1);
    const charge = {
      ...base,
      id: `c${index}`,
      number: `c${index}`,
      kind: "charge",
      category: "rent",
      bookedOn: due,
      dueOn: due,
    } as const;
    const receipt = { ...base, id: `p${index}`, number: `p${index}`, kind: "payment", bookedOn: paid } as const;
    return [
      { ...charge, amount: cents(RENT) },
      { ...receipt, amount: cents(index < 3 ? RENT : PAID), recordedAt: new Date(`${paid}T02:00:00Z`) },
    ];
  });
  const designations = months.map((each, index) => ({
    ...{ receiptId: `p${index}`, said: { kind: "months", months: [each] } as const, amount: null },
  }));
  await storeLedger(pool, id, { entries, designations });
  await pool.query(
    `WITH p AS (INSERT INTO person (number, last_name, recorded_at) VALUES ($2, 'Bijna', '2020-01-01') RETURNING id),
     t AS (INSERT INTO tenancy_person (tenancy_id, person_id, role, recorded_at) SELECT $1, id, 'tenant', '2020-01-01' FROM p),
     c AS (INSERT INTO contact_point (person_id, kind, value, recorded_at) SELECT id, 'mobile', '+31612340000', '2020-01-01' FROM p)
     INSERT INTO tenancy_rent (tenancy_id, from_day, net_cents, service_cents, heating_cents, recorded_at) VALUES ($1, '2015-01-01', $3, 0, 0, '2020-01-01')`,
    [id, `P-${number}`, RENT],
  );
  return id;
}
