import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { runArrears } from "@/lib/cases/commands/run";
import { day, parseMonth } from "@/lib/kernel/day";
import { disconnect, pool, prisma } from "@/lib/platform/db";
import { outcomeOf } from "../factories/outcome";
import { storeBankDays, storeMissedCall, storeStreet } from "../factories/street";

const server = inject("server");
const own = process.env.AANBEL_DATABASE_URL as string;
const made: string[] = [];

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Points the program at a new database with the same street in it, so that two histories of it can be compared. */
async function newStreet(doors: number): Promise<void> {
  await disconnect();
  const name = `aanbel_test_run_${randomBytes(5).toString("hex")}`;
  made.push(name);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  process.env.AANBEL_DATABASE_URL = Object.assign(new URL(own), { pathname: `/${name}` }).toString();
  const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
  const street = await storeStreet(pool(), { doors, from: month("2025-10"), through: month("2026-03") });
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  for (const [place, { id, personId }] of street.tenancies.entries())
    if (place % 4 === 1) for (const on of ["2026-03-11", "2026-03-12"]) await storeMissedCall(pool(), id, personId, day(on));
}

afterAll(async () => {
  await disconnect();
  process.env.AANBEL_DATABASE_URL = own;
  for (const name of made) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

const nightly = (on: string) => runArrears({ day: day(on), trigger: "schedule" });

describe("a run that did not go as planned", () => {
  it("gives after three missed nights the same cases, answers and tasks as night by night", async () => {
    await newStreet(32);
    for (const on of ["09", "10", "11", "12", "13", "14"]) await nightly(`2026-03-${on}`);
    const nightByNight = await outcomeOf(pool());
    await newStreet(32);
    await nightly("2026-03-09");
    await nightly("2026-03-10");
    expect(await nightly("2026-03-14")).toMatchObject({ ok: true, value: { days: 4 } });
    expect(await outcomeOf(pool())).toEqual(nightByNight);
    expect(nightByNight.assessments.length).toBeGreaterThan(20);
  });

  it("is finished by the next try when it was killed with -9 in the middle", async () => {
    await newStreet(120);
    await nightly("2026-03-13");
    const undisturbed = await outcomeOf(pool());

    await newStreet(120);
    await killedInTheMiddle("2026-03-13");
    const left = await prisma().run.findFirstOrThrow();
    expect(left).toMatchObject({ status: "running" });
    const batches = await prisma().runBatch.findMany({ where: { runId: left.id } });
    expect(new Set(batches.map(({ done }) => done))).toEqual(new Set([true, false]));
    expect(await prisma().assessment.count()).toBeLessThan(undisturbed.assessments.length);

    await nightly("2026-03-13");
    expect(await outcomeOf(pool())).toEqual(undisturbed);
    expect(await prisma().run.count({ where: { status: "running" } })).toBe(0);
  });
});

/** Starts the run in a process of its own and kills it after its first batches. */
function killedInTheMiddle(on: string): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", path.resolve("tests/factories/slow-run.ts"), on], {
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let batches = 0;
    child.stdout?.on("data", (text: Buffer) => {
      batches += text.toString().split("\n").length - 1;
      if (batches >= 3) child.kill("SIGKILL");
    });
    child.once("exit", (code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error(`the run ended with ${code}`))));
  });
}
