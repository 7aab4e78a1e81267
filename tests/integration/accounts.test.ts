import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, day, firstDay, latest, type Month, monthOf } from "@/lib/kernel/day";
import { type Cents, cents, ZERO } from "@/lib/kernel/money";
import { allocate } from "@/lib/ledger/domain/allocate";
import type { Allocation } from "@/lib/ledger/domain/allocation";
import type { AccountFacts, Entry } from "@/lib/ledger/domain/entry";
import { overdueCharges } from "@/lib/ledger/domain/position";
import { rentMonths } from "@/lib/ledger/domain/receipts";
import { accounts, NO_ACCOUNT } from "@/lib/ledger/queries/accounts";
import { pool, sqlOfClient } from "@/lib/platform/db";
import { storeLedger, storeTenancy } from "../factories/store";

const START = "2023-06" as Month;
const MONTHS = 34;
const KNOWN = new Date("2026-12-01T00:00:00Z");
const RENT = 60_000;

/** How one month went: when and how much was paid, whether the debit bounced, and whether something else was charged. */
const oneMonth = fc.record({
  paid: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 0.5, 1.5, 2, 0),
  offset: fc.constantFrom(0, 0, 0, 1, 3, 12, 24, 40, -3, -20, -60),
  bounced: fc.constantFrom(false, false, false, false, false, false, false, true),
  settlement: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 12_000),
});
type MonthPlayed = typeof oneMonth extends fc.Arbitrary<infer Played> ? Played : never;

function entriesOf(months: readonly MonthPlayed[]): Entry[] {
  const entries: Entry[] = [];
  const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;
  const add = (entry: Omit<Entry, "id" | "number" | "source">): string => {
    const id = String(entries.length + 1);
    entries.push({ ...blank, ...entry, id, number: id });
    return id;
  };
  for (const [n, one] of months.entries()) {
    const due = firstDay(addMonths(START, n));
    add({ ...blank, kind: "charge", category: "rent", amount: cents(RENT), bookedOn: addDays(due, -(n % 3) * 7), dueOn: due });
    if (one.settlement > 0)
      add({
        ...blank,
        kind: "charge",
        category: "settlement",
        amount: cents(one.settlement),
        bookedOn: due,
        dueOn: addDays(due, 14),
      });
    if (one.paid === 0) continue;
    const on = addDays(due, one.offset);
    const amount = cents(RENT * one.paid);
    const id = add({ ...blank, kind: "payment", amount, bookedOn: on });
    if (one.bounced) add({ ...blank, kind: "reversal", amount, bookedOn: addDays(on, 9), reversesId: id });
  }
  return entries;
}

/** All the rules read from an account, without the database's ids. How long before its due day a month was paid says nothing to them. */
function readFrom(allocation: Allocation, since: Month) {
  const overdue = overdueCharges(allocation.charges, allocation.day).map(({ id: _id, ...charge }) => charge);
  return {
    position: allocation.position,
    overdue,
    months: rentMonths(allocation)
      .filter(({ month }) => month >= since)
      .map((one) => ({ ...one, coveredOn: one.coveredOn && latest(one.coveredOn, firstDay(one.month)) })),
  };
}

describe("a rent account without its paid past", () => {
  it("says the same about what is open, since when, and when each month was paid, for any account and day", async () => {
    let shorter = 0;
    let opened: Cents = ZERO;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(oneMonth, { minLength: MONTHS, maxLength: MONTHS }), { minLength: 10, maxLength: 10 }),
        fc.integer({ min: 0, max: 75 }),
        fc.integer({ min: 0, max: 6 }),
        async (households, later, wider) => {
          const asOf = addDays(day("2026-02-01"), later);
          const since = firstDay(addMonths(monthOf(asOf), -8 - wider));
          for (const months of households) {
            const id = await storeTenancy(pool());
            await storeLedger(pool(), id, { entries: entriesOf(months) });
            const scope = { day: asOf, knownAt: KNOWN, tenancyIds: [id] };
            const whole = (await accounts(sqlOfClient(pool()), scope)).get(id) ?? NO_ACCOUNT;
            const short = (await accounts(sqlOfClient(pool()), { ...scope, since: () => since })).get(id) ?? NO_ACCOUNT;
            const read = (one: AccountFacts) => readFrom(allocate(one, asOf), monthOf(since));
            expect(read(short)).toEqual(read(whole));
            if (short.entries.length < whole.entries.length) shorter++;
            if (short.opening && short.opening.free > opened) opened = short.opening.free;
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    expect(shorter).toBeGreaterThan(2);
    expect(opened).toBeGreaterThan(0n);
  }, 120_000);
});
