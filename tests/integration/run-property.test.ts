import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { runArrears } from "@/lib/cases/commands/run";
import { replay } from "@/lib/cases/queries/replay";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { inSnapshot, pool, prisma } from "@/lib/platform/db";
import { momentAt } from "@/lib/platform/zone";
import { many } from "../factories/many";
import { type Happening, happenings, happens } from "../factories/nights";
import { outcomeOf } from "../factories/outcome";
import type { Street } from "../factories/street";
import { dropStreets, newStreet, setOwnClock, useDatabase } from "../factories/streets";

afterAll(dropStreets);

const DOORS = 16;
const NIGHTS = 8;
const FIRST = day("2026-03-05");
const nightly = (on: Day, full: boolean) => runArrears({ day: on, trigger: "schedule", full, atOnce: 5 });

/** Nights with what happens between and during them. The import that comes in meanwhile is written down after 05:00. */
async function live(street: Street, plan: readonly Happening[], how: "full" | "touched"): Promise<void> {
  for (let night = 0; night < NIGHTS; night++) {
    const on = addDays(FIRST, night);
    await setOwnClock(on, "morning");
    const meanwhile = plan.filter((one) => one.night === night && one.during);
    const bring = async () => {
      for (const [place, one] of meanwhile.entries())
        await happens(pool(), street, one, on, momentAt(on, 9, place), `n${night}-${place}`);
    };
    if (how === "touched") await Promise.all([nightly(on, false), bring()]);
    else await nightly(on, true).then(bring);
    await setOwnClock(on, "afternoon");
    const after = plan.filter((one) => one.night === night && !one.during);
    for (const [place, one] of after.entries())
      await happens(pool(), street, one, on, momentAt(on, 14, place), `d${night}-${place}`);
  }
}

/** The answers of each night once more, from what the database holds in the end. */
async function replayed(): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { day: date, knownAt } of await prisma().run.findMany({ orderBy: { day: "asc" } })) {
    const on = day(date.toISOString().slice(0, 10));
    await inSnapshot(async (sql) => {
      for await (const { number, assessment } of replay(sql, { day: on, knownAt }))
        found.push({ on, number, answer: JSON.parse(JSON.stringify(assessment)) });
    });
  }
  return found;
}

/** What was stored as each night's answer: the last one by then. */
async function storedAs(all: readonly { on: Day; number: string }[]): Promise<unknown[]> {
  const { rows } = await pool().query<{ number: string; day: Day; answer: unknown }>(
    "SELECT t.number, a.day::text AS day, a.answer FROM assessment a JOIN tenancy t ON t.id = a.tenancy_id ORDER BY a.id",
  );
  return all.map(({ on, number }) => ({
    on,
    number,
    answer: rows.findLast((row) => row.number === number && row.day <= on)?.answer,
  }));
}

describe("the nightly run", () => {
  it("ends in the same rows whether it asks everybody or only those touched, and a replay gives every night's answers again", async () => {
    await fc.assert(
      fc.asyncProperty(happenings(NIGHTS, DOORS), async (plan) => {
        const asked = await newStreet(DOORS, "2025-11", "2026-03");
        await live(asked.street, plan, "full");
        const full = await outcomeOf(pool());
        const other = await newStreet(DOORS, "2025-11", "2026-03");
        await live(other.street, plan, "touched");
        expect(await outcomeOf(pool())).toEqual(full);
        const scopes = await prisma().run.groupBy({ by: ["scope"], _count: true, _sum: { differed: true } });
        expect(scopes.find(({ scope }) => scope === "touched")?._sum.differed ?? 0).toBe(0);
        const again = (await replayed()) as { on: Day; number: string }[];
        expect(again).toEqual(await storedAs(again));
        await useDatabase(asked.name);
        expect(await replayed()).toEqual(again);
      }),
      { numRuns: many(3, 30), endOnFailure: true, seed: 20261122 },
    );
  }, 1_800_000);
});
