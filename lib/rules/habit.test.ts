import { describe, expect, it } from "vitest";
import { callMade, d, facts, promise, RENT, said } from "@/tests/factories/facts";
import { addMonths, type Day, monthOf } from "../kernel/day";
import { cents } from "../kernel/money";
import type { AttemptFacts, Facts } from "./facts";
import { habitLastDay, habitOf, onceSpoken } from "./habit";
import { Look } from "./look";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

const DAY = d("2026-11-09");
const CURRENT = monthOf(DAY);
/** The months of May up to and with October, each covered on a day of its own; null: still open. */
const covered = (...days: readonly (string | null)[]): Facts["rentMonths"] =>
  days.map((day, at) => ({
    month: addMonths(CURRENT, at - days.length),
    charged: cents(RENT),
    open: cents(day === null ? RENT : 0),
    coveredOn: day === null ? null : d(`2026-${day}`),
  }));
const SIX = ["05-24", "06-24", "07-24", "08-24", "09-24", "10-24"] as const;
const habit = (over: Partial<Facts>) => habitOf({ ...facts(DAY), rentMonths: covered(...SIX), ...over }, policy, new Look(DAY));
const call = (day: string, over: Partial<AttemptFacts> = {}) => ({ ...callMade(d(day), "morning", "spoke"), ...over });
const named = (madeOn: string, promisedOn: string, over: Partial<Facts["promises"][number]> = {}) => ({
  ...promise(1, d(madeOn), d(promisedOn)),
  incomeDay: true,
  ...over,
});

describe("the day an account shows", () => {
  it.each<[string, Partial<Facts>, number | null]>([
    ["is the day of the fourth of six months", { rentMonths: covered("05-02", "06-20", "07-21", "08-22", "09-28", "10-22") }, 22],
    ["is none with three months of six", { rentMonths: covered(null, null, null, "08-24", "09-24", "10-24") }, null],
    [
      "counts a month paid before it began as its first day",
      { rentMonths: covered(...SIX.map((day) => `0${Number(day.slice(0, 2)) - 1}-28`)) },
      1,
    ],
    ["counts a month paid on its last day", { rentMonths: covered("05-31", "06-30", "07-31", "08-31", "09-30", "10-31") }, 31],
    [
      "leaves out a month paid on the first day of the next",
      { rentMonths: covered("06-01", "07-01", "08-01", "09-01", "10-01", "11-01") },
      null,
    ],
    [
      "leaves out the seventh month back",
      { rentMonths: covered("04-01", "05-20", "06-23", "07-24", "08-25", "09-30", "10-22") },
      24,
    ],
    [
      "asks for last month: open, and there is none",
      { rentMonths: covered("05-24", "06-24", "07-24", "08-24", "09-24", null) },
      null,
    ],
    [
      "asks for last month: later than the others, and there is none",
      { rentMonths: covered("05-24", "06-24", "07-24", "08-24", "09-24", "10-25") },
      null,
    ],
    ["is never that of a direct debit", { tenancy: { ...facts(DAY).tenancy, directDebit: true } }, null],
    ["is that of whoever has none", { tenancy: { ...facts(DAY).tenancy, directDebit: false } }, 24],
    [
      "is not shown by a month we asked in on its first day",
      { attempts: ["07-01", "08-01", "09-01"].map((on) => call(`2026-${on}`)) },
      null,
    ],
    [
      "is not shown by a month we asked in on the day of the payment",
      { attempts: ["07-24", "08-24", "09-24"].map((on) => call(`2026-${on}`)) },
      null,
    ],
    [
      "does not mind being asked after the payment",
      { attempts: ["07-25", "08-25", "09-25"].map((on) => call(`2026-${on}`)) },
      24,
    ],
    [
      "does not mind that they called us",
      { attempts: ["07-02", "08-02", "09-02"].map((on) => call(`2026-${on}`, { direction: "inbound" })) },
      24,
    ],
  ])("%s", (_, over, day) => {
    expect(habit(over)).toEqual(day === null ? null : { dayOfMonth: day, named: false });
  });
});

describe("the day a tenant named", () => {
  /** The account itself shows none: we asked in every month. */
  const attempts = SIX.map((day) => call(`2026-${day.slice(0, 2)}-01`));
  const from = (promises: Facts["promises"], days: readonly (string | null)[] = SIX) =>
    habit({ attempts, promises, rentMonths: covered(...days) })?.dayOfMonth ?? null;
  const paidBy = (day: string | null) => [...SIX.slice(0, 5), day];

  it.each<[string, Facts["promises"], readonly (string | null)[], number | null]>([
    ["holds while every month since was paid by it", [named("2026-09-10", "2026-09-24")], SIX, 24],
    ["still holds on the third working day after it", [named("2026-09-10", "2026-09-24")], paidBy("10-28"), 24],
    ["is over once a month came in later than that", [named("2026-09-10", "2026-09-24")], paidBy("10-30"), null],
    ["is over once a month did not come in at all", [named("2026-09-10", "2026-09-24")], paidBy(null), null],
    ["is over when the month it was named in did not come in", [named("2026-10-10", "2026-10-24")], paidBy(null), null],
    [
      "does not mind what was missed before it was named",
      [named("2026-10-10", "2026-10-24")],
      [null, null, null, null, null, "10-24"],
      24,
    ],
    ["is no habit when it was taken back", [named("2026-09-10", "2026-09-24", { withdrawnOn: d("2026-09-12") })], SIX, null],
    ["is no habit when it was any other day", [promise(1, d("2026-09-10"), d("2026-09-24"))], SIX, null],
    ["is the one named last", [named("2026-10-10", "2026-10-26"), named("2026-09-10", "2026-09-20", { id: 2 })], SIX, 26],
    [
      "of two named on one day is the one written down last",
      [named("2026-09-10", "2026-09-25", { id: 2 }), named("2026-09-10", "2026-09-26")],
      SIX,
      25,
    ],
  ])("%s", (_, promises, days, day) => {
    expect(from(promises, days)).toBe(day);
    expect(from([...promises].reverse(), days)).toBe(day);
  });

  it("does not mind the month that still runs", () => {
    const running = { month: CURRENT, charged: cents(RENT), open: cents(RENT), coveredOn: null };
    const given = { attempts, promises: [named("2026-09-10", "2026-09-24")], rentMonths: [...covered(...SIX), running] };
    expect(habit(given)).toEqual({ dayOfMonth: 24, named: true });
  });

  it("wins from the one the account shows", () => {
    expect(habit({ promises: [named("2026-09-10", "2026-09-27")] })).toEqual({ dayOfMonth: 27, named: true });
  });
});

describe("how long a habit is waited for", () => {
  const until = (day: number, month: Day) => habitLastDay(day, monthOf(month), facts(DAY), policy);
  it.each([
    [24, "2026-11-01", "2026-11-27"],
    // Saturday and Sunday are no working days.
    [26, "2026-11-01", "2026-12-01"],
    // A month that is shorter ends the wait on its own last day.
    [31, "2026-11-01", "2026-12-03"],
    [1, "2026-11-01", "2026-11-04"],
  ])("day %i of %s: three working days, up to %s", (day, month, last) => {
    expect(until(day, d(month))).toBe(d(last));
  });
});

describe("a habit that is known, not guessed", () => {
  it.each<[string, Partial<Facts>, boolean]>([
    ["of somebody never spoken with is not", {}, false],
    ["of somebody spoken with is", { attempts: [call("2026-05-12")] }, true],
    ["of somebody who did not answer is not", { attempts: [call("2026-05-12", { outcome: "not-answered" })] }, false],
    [
      "of somebody who asked for another collection day is",
      { disclosures: [said("other-collection-day", d("2026-05-01"))] },
      true,
    ],
    ["of somebody who said another thing is not", { disclosures: [said("already-paid", d("2026-05-01"))] }, false],
  ])("%s", (_, over, known) => {
    expect(onceSpoken({ ...facts(DAY), ...over })).toBe(known);
  });
});
