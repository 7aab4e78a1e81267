import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "../auth/actor";
import { done, type Outcome, refused } from "../kernel/outcome";
import { prisma } from "../platform/db";
import { boss } from "../platform/jobs";

const LOOK_EVERY_MS = 250;
/** A night over the whole demo takes some seconds; who waits longer than this looks again by themselves. */
const WAIT_MS = 120_000;

/**
 * Moves a database with its own clock on by one part of the day. What happens in that time is played by whoever made the database
 * (`demo/`), in the worker; the product only knows that it can be asked. Two people pressing at once move it once.
 */
export async function playOn(actor: Actor): Promise<Outcome<unknown, "no-own-clock" | "busy">> {
  const clock = await prisma().ownClock.findUnique({ where: { id: 1 } });
  if (!clock || clock.seed === null) return refused("no-own-clock");
  const client = await boss();
  const id = await client.send("play-on", { staffId: actor.staffId }, { singletonKey: "one" });
  if (id === null) return refused("busy");
  for (const until = performance.now() + WAIT_MS; performance.now() < until; await pause(LOOK_EVERY_MS)) {
    const [job] = await client.findJobs("play-on", { id });
    if (job?.state === "completed") return done(null);
    if (!job || job.state === "failed" || job.state === "cancelled") return refused("busy");
  }
  return refused("busy");
}
