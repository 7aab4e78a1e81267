import { fill } from "@/demo/commands/fill";
import { personalCourt, playPersonal } from "@/demo/domain/personal";
import { playOldWay, startWorld } from "@/demo/domain/simulate";
import { timelineTo } from "@/demo/domain/timeline";
import { addDays, type Day } from "@/lib/kernel/day";
import { pool } from "@/lib/platform/db";

/** A small demo portfolio in the database, with a year of the personal way: calls, visits, arrangements, holds, cures and relapses. */
export async function storeSmallDemo(ends: Day): Promise<void> {
  const timeline = timelineTo(ends);
  const world = startWorld(11, timeline, "small");
  playOldWay(world, addDays(timeline.contactSince, -1), personalCourt(world), () => {});
  playPersonal(world, ends, () => {});
  const client = await pool().connect();
  await client.query("BEGIN");
  await fill(client, world, 11, "");
  await client.query("COMMIT");
  client.release();
}
