import type { Day } from "../../kernel/day";
import { dayOf } from "../../platform/clock";
import { prisma } from "../../platform/db";

/** The latest run of the rules over all tenancies: for which day, and when it was done; null while it still runs. */
export async function lastRun(): Promise<{ readonly day: Day; readonly finishedAt: Date | null } | null> {
  const run = await prisma().run.findFirst({ orderBy: { id: "desc" }, select: { day: true, finishedAt: true } });
  return run && { day: dayOf(run.day), finishedAt: run.finishedAt };
}
