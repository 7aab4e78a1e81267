import { hash } from "@node-rs/argon2";
import type { ClientBase } from "pg";
import { addMonths, type Day, lastDay, type Month, monthOf } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { refreshMonths } from "@/lib/ledger/commands/months";
import { pool, shareWritersOn } from "@/lib/platform/db";
import { DEMO_SEED, playAll } from "../domain/play";
import type { Size } from "../domain/seats";
import { DEMO_PASSWORD } from "../domain/staff";
import { SHIPPED_END } from "../domain/timeline";
import { fill } from "./fill";

export interface DemoAsked {
  /** The day the portfolio lives on; the shipped Friday when left out. */
  readonly end?: Day;
  readonly seed?: number;
  readonly size?: Size;
  readonly onProgress?: (step: "playing" | "loading" | "months") => void;
}
export interface DemoLoaded {
  readonly day: Day;
  readonly tenancies: number;
  readonly entries: number;
}

/** The first day with rules this product knows; the last within sight of its calendar. */
const EARLIEST = "2013-01-01" as Day;
const LATEST = "2035-12-31" as Day;

/** Plays the simulated corporation up to a day and puts it into an empty database: all of it or nothing. */
export async function loadDemo(asked: DemoAsked = {}): Promise<Outcome<DemoLoaded, "not-empty" | "day-out-of-range">> {
  const { end = SHIPPED_END, seed = DEMO_SEED, size = "full", onProgress = () => {} } = asked;
  if (end < EARLIEST || end > LATEST) return refused("day-out-of-range", { from: EARLIEST, to: LATEST });
  const client = await pool().connect();
  try {
    if (!(await isEmpty(client))) return refused("not-empty");
    onProgress("playing");
    const password = hash(DEMO_PASSWORD);
    const world = playAll(seed, end, size);
    onProgress("loading");
    await client.query("BEGIN");
    await shareWritersOn(client);
    if (!(await isEmpty(client))) {
      await client.query("ROLLBACK");
      return refused("not-empty");
    }
    await fill(client, world, seed, await password);
    await client.query("COMMIT");
    await client.query("ANALYZE").catch(() => {});
    onProgress("months");
    await refreshMonths(monthOf(world.timeline.starts), lastMonthOver(end));
    return done({ day: end, tenancies: world.register.tenancies.length, entries: world.entries.length });
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function isEmpty(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ full: boolean }>(
    "SELECT EXISTS (SELECT FROM tenancy) OR EXISTS (SELECT FROM staff) AS full",
  );
  return rows[0]?.full !== true;
}

/** The last month that is over on a day; on its last day, that month. */
const lastMonthOver = (end: Day): Month => (end === lastDay(monthOf(end)) ? monthOf(end) : addMonths(monthOf(end), -1));
