import { afterAll, describe, expect, it } from "vitest";
import { equalInstalments } from "@/lib/arrangements/domain/arrangement";
import { runArrears } from "@/lib/cases/commands/run";
import { addDays, addMonths, type Day, day, monthOf } from "@/lib/kernel/day";
import { cents, sum } from "@/lib/kernel/money";
import { pool, prisma } from "@/lib/platform/db";
import { amsterdamOf, momentAt } from "@/lib/platform/zone";
import { many, spread } from "../factories/many";
import { outcomeOf } from "../factories/outcome";
import { dropStreets, newStreet } from "../factories/streets";

/** Days on which clocks, calendars and missed nights go wrong. The machine itself lives in Kiritimati while this runs. */
const DAYS: readonly (readonly [string, string, number])[] = [
  ["the clock goes forward", "2026-03-29", 1],
  ["the clock goes back", "2026-10-25", 1],
  ["the clock went forward, after three missed nights", "2026-03-30", 3],
  ["the clock went back, after three missed nights", "2026-10-26", 3],
  ["the year's last day", "2026-12-31", 1],
  ["the year's first day", "2027-01-01", 1],
  ["the turn of the year, after five missed nights", "2027-01-03", 5],
  ["the leap day", "2028-02-29", 1],
  ["the day after it, after two missed nights", "2028-03-01", 2],
  ["the last of February of another year", "2026-02-28", 1],
  ["the last of a month of thirty", "2026-04-30", 1],
  ["King's Day", "2026-04-27", 1],
  ["the Monday after Easter, after four missed nights", "2026-04-06", 4],
  ["Christmas, after two missed nights", "2026-12-25", 2],
];
const sampled = spread(DAYS, many(3, DAYS.length));
afterAll(dropStreets);

const nightly = (on: Day) => runArrears({ day: on, trigger: "schedule" });
const street = (on: Day) => newStreet(16, addMonths(monthOf(on), -5), monthOf(on));

describe("a day of which a clock makes something else", () => {
  it.each(sampled)(
    "%s: every night is done once, also later, with its own five o'clock in the morning",
    async (_, text, missed) => {
      const on = day(text);
      const nights = Array.from({ length: missed + 1 }, (__, back) => addDays(on, back - missed));
      await street(on);
      for (const night of nights) await nightly(night);
      const undisturbed = await outcomeOf(pool());
      await street(on);
      await nightly(nights[0] as Day);
      expect(await nightly(on)).toMatchObject({ ok: true, value: { days: missed } });
      await nightly(on);
      expect(await outcomeOf(pool())).toEqual(undisturbed);
      const runs = await prisma().run.findMany({ orderBy: { day: "asc" }, distinct: ["day"], select: { knownAt: true } });
      expect(runs.map(({ knownAt }) => amsterdamOf(knownAt))).toEqual(nights.map((night) => ({ day: night, minutes: 300 })));
    },
  );

  it.each(sampled)("%s: an arrangement that begins then comes due once a month and adds up", (_, text) => {
    for (let count = 1; count <= 24; count++) {
      const instalments = equalInstalments(cents(100_001), count, day(text));
      expect(sum(instalments.map(({ amount }) => amount))).toBe(cents(100_001));
      expect(instalments.map(({ dueOn }) => monthOf(dueOn))).toEqual(
        Array.from({ length: count }, (__, nth) => addMonths(monthOf(day(text)), nth)),
      );
    }
  });

  it.each(sampled)("%s: every hour of it belongs to it and comes after the one before", (_, text) => {
    const on = day(text);
    const hours = Array.from({ length: 24 }, (__, hour) => momentAt(on, hour));
    for (const [hour, moment] of hours.entries()) {
      expect(amsterdamOf(moment).day).toBe(on);
      // The hour that does not exist is the one after it.
      expect([hour * 60, (hour + 1) * 60]).toContain(amsterdamOf(moment).minutes);
      expect(moment >= (hours[hour - 1] ?? moment)).toBe(true);
    }
    expect(momentAt(addDays(on, 1), 0) > (hours[23] as Date)).toBe(true);
  });
});
