import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { runArrears } from "@/lib/cases/commands/run";
import { day } from "@/lib/kernel/day";
import { disconnect, pool } from "@/lib/platform/db";
import { many, spread } from "../factories/many";
import { outcomeOf } from "../factories/outcome";
import { behind, by, type Relay, relayTo } from "../factories/relay";
import { storeMissedCall } from "../factories/street";
import { dropStreets, newStreet, useDatabase } from "../factories/streets";

/** The night in a process of its own, killed with -9 at any of its statements; the next try ends in the same rows as if nothing had been. */
const NIGHT = "2026-03-27";
const own = process.env.AANBEL_DATABASE_URL as string;
const made: string[] = [];
let street = "";
let relay: Relay;
let undisturbed: Awaited<ReturnType<typeof outcomeOf>>;
let statements = 0;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("server").ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
/** The same evening once more, in a database of its own. */
async function sameEvening(): Promise<string> {
  const name = `aanbel_test_kill_${randomBytes(5).toString("hex")}`;
  made.push(name);
  await disconnect();
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${street}`);
  return name;
}

/** @returns how the process ended */
function nightThrough(name: string, onStart: (kill: () => void) => void): Promise<string> {
  const url = by(Object.assign(new URL(own), { pathname: `/${name}` }).toString(), relay);
  const child = spawn(process.execPath, ["--import", "tsx", path.resolve("tests/factories/slow-run.ts"), NIGHT], {
    env: { ...process.env, AANBEL_DATABASE_URL: url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  onStart(() => child.kill("SIGKILL"));
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? String(code))));
}

beforeAll(async () => {
  relay = await relayTo(behind(own));
  const { name, street: doors } = await newStreet(24, "2025-10", "2026-03");
  street = name;
  await runArrears({ day: day("2026-03-26"), trigger: "schedule", atOnce: 10 });
  for (const [place, { id, personId }] of doors.tenancies.entries())
    if (place % 3 === 1) await storeMissedCall(pool(), id, personId, day("2026-03-26"));
  await disconnect();
  const name2 = await sameEvening();
  relay.watch();
  const ended = await nightThrough(name2, () => {});
  if (ended !== "0") throw new Error(`the night ended with ${ended}`);
  statements = relay.seen.length;
  await useDatabase(name2);
  undisturbed = await outcomeOf(pool());
}, 240_000);
afterAll(async () => {
  await disconnect();
  await relay.close();
  await drop();
  await dropStreets();
});
const drop = async () => {
  await disconnect();
  for (const name of made.splice(0)) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
};
afterEach(drop);

describe("a night that is killed with -9", () => {
  const points = (["before", "after"] as const).flatMap((when) =>
    spread(
      Array.from({ length: 63 }, (_, nth) => nth),
      many(2, 63),
    ).map((nth) => ({ when, nth })),
  );
  it.each(points)(
    "$when statement $nth of 63 ends, with the next try, as one that was not",
    async ({ when, nth }) => {
      const name = await sameEvening();
      const target = 1 + Math.floor((nth * (statements - 1)) / 62);
      const ended = await nightThrough(name, (kill) => {
        relay.watch((count) => count === target, { kind: "stop", reached: kill }, when);
      });
      // How many statements a night takes differs by a few: batches go side by side. One of the last may so never come.
      expect(ended).toBe(relay.came() || nth < 55 ? "SIGKILL" : "0");
      await useDatabase(name);
      await runArrears({ day: day(NIGHT), trigger: "schedule", atOnce: 10 });
      expect(await outcomeOf(pool())).toEqual(undisturbed);
      const { rows } = await pool().query("SELECT count(*)::int AS n FROM run WHERE status = 'running'");
      expect(rows).toEqual([{ n: 0 }]);
    },
    60_000,
  );
});
