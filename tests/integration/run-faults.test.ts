import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunStep, runArrears } from "@/lib/cases/commands/run";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { outcomeOf } from "../factories/outcome";
import { type Street, storeMissedCall } from "../factories/street";
import { dropStreets, newStreet } from "../factories/streets";
import { asOwner } from "./database";

afterAll(dropStreets);

const LAST = day("2026-03-29");
const nightly = (on: Day) => runArrears({ day: on, trigger: "schedule", atOnce: 10 });

/** Three days of calls before the night; among the nights is the one in which the clock goes forward. */
async function street(): Promise<Street> {
  const { street: made } = await newStreet(48, "2025-10", "2026-03");
  await nightly(day("2026-03-26"));
  for (const [place, { id, personId }] of made.tenancies.entries())
    if (place % 3 === 1) await storeMissedCall(pool(), id, personId, day("2026-03-26"));
  return made;
}

/** The run in a process of its own; `dies`: it kills itself with -9 there. @returns how it ended */
function inItsOwnProcess(on: Day, dies?: RunStep): Promise<string> {
  const script = path.resolve("tests/factories/slow-run.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, on, ...(dies ? [dies] : [])], {
    env: process.env,
    stdio: "ignore",
  });
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? String(code))));
}

async function nothingTwice(): Promise<void> {
  const { rows } = await pool().query(
    `SELECT (SELECT count(*)::int FROM (SELECT FROM arrears_case GROUP BY tenancy_id, opened_on HAVING count(*) > 1) x) AS cases,
       (SELECT count(*)::int FROM (SELECT FROM outbox_message GROUP BY tenancy_id, created_at HAVING count(*) > 1) x) AS messages,
       (SELECT count(*)::int FROM run WHERE status = 'running') AS running, (SELECT count(*)::int FROM run_batch) AS batches`,
  );
  expect(rows).toEqual([{ cases: 0, messages: 0, running: 0, batches: 0 }]);
}

let undisturbed: Awaited<ReturnType<typeof outcomeOf>>;
beforeAll(async () => {
  await street();
  for (let on = day("2026-03-27"); on <= LAST; on = addDays(on, 1)) await nightly(on);
  undisturbed = await outcomeOf(pool());
}, 240_000);

describe("a night with a fault in it", () => {
  it.each(["plan", "work", "check", "finish", "months"] as const)(
    "ends as an undisturbed one when the run is killed with -9 right before its step '%s'",
    async (step) => {
      await street();
      expect(await inItsOwnProcess(day("2026-03-27"), step)).toBe("SIGKILL");
      for (let on = day("2026-03-27"); on <= LAST; on = addDays(on, 1)) await nightly(on);
      expect(await outcomeOf(pool())).toEqual(undisturbed);
      expect(undisturbed.assessments.length).toBeGreaterThan(40);
      await nothingTwice();
    },
    120_000,
  );

  it("shares the work when two processes run it at once, and does nothing twice", async () => {
    await street();
    const ended = await Promise.all([inItsOwnProcess(LAST), inItsOwnProcess(LAST), nightly(LAST)]);
    expect(ended.slice(0, 2)).toEqual(["0", "0"]);
    expect(await outcomeOf(pool())).toEqual(undisturbed);
    await nothingTwice();
    expect(await prisma().run.count({ where: { day: new Date("2026-03-28") } })).toBe(1);
  }, 120_000);

  it("ends the same when the database cuts every connection in the middle, as a restart does", async () => {
    await street();
    let cut = false;
    const disturbed = runArrears({
      ...{ day: LAST, trigger: "schedule", atOnce: 5 },
      onProgress: () => {
        if (cut) return;
        cut = true;
        void asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = $1", [
          new URL(process.env.AANBEL_DATABASE_URL as string).pathname.slice(1),
        ]);
      },
    }).catch((error: Error) => error);
    await disturbed;
    expect(cut).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await nightly(LAST).catch(() => nightly(LAST));
    expect(await outcomeOf(pool())).toEqual(undisturbed);
    await nothingTwice();
  }, 120_000);

  it("makes up five missed nights, the one of the changing clock among them, each with its own five o'clock", async () => {
    await newStreet(24, "2025-10", "2026-03");
    for (let on = day("2026-03-25"); on <= "2026-03-30"; on = addDays(on, 1)) await nightly(on);
    const nightByNight = await outcomeOf(pool());
    await newStreet(24, "2025-10", "2026-03");
    await nightly(day("2026-03-25"));
    expect(await nightly(day("2026-03-30"))).toMatchObject({ ok: true, value: { days: 5 } });
    expect(await outcomeOf(pool())).toEqual(nightByNight);
    const runs = await prisma().run.findMany({ orderBy: { day: "asc" }, select: { knownAt: true } });
    expect(runs.map((run) => run.knownAt.toISOString().slice(8, 16))).toEqual([
      "25T04:00",
      "26T04:00",
      "27T04:00",
      "28T04:00",
      "29T03:00",
      "30T03:00",
    ]);
  }, 120_000);

  it("refuses a day so far ahead that the days before it could no longer be run", async () => {
    expect(await runArrears({ day: day("2031-01-01"), trigger: "command-line" })).toMatchObject({
      ok: false,
      code: "run-too-far",
    });
  });
});
