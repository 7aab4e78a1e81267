import type { Actor } from "../../auth/actor";
import { previousBankDay } from "../../kernel/calendar";
import { addDays, type Day } from "../../kernel/day";
import { done, type Outcome } from "../../kernel/outcome";
import { dayOf, now } from "../../platform/clock";
import { prisma } from "../../platform/db";
import { reassessAll } from "./reassess";
import { type RunReport, runArrears } from "./run";
import type { RunProgress } from "./work-run";

export interface Imported {
  readonly touchedTenancyIds: readonly number[];
  /** The last bank day that became complete by it, if any did. */
  readonly completeThrough: Day | null;
  readonly staffId: number | null;
  readonly onProgress?: (progress: RunProgress) => void;
}
export type Followed = { readonly did: "run"; readonly report: RunReport } | { readonly did: "reassess" | "nothing" };

/** After this many days without a run the past is being read in, day by day or all at once; its runs are asked for by day. */
const STILL_LIVE_DAYS = 7;

/** The day of the last run, when runs keep up with the days; null when none was done, or the past is being read in. */
export async function lastRunDay(today: Day): Promise<Day | null> {
  const last = await prisma().run.findFirst({ where: { status: "done" }, orderBy: { day: "desc" }, select: { day: true } });
  const day = last ? dayOf(last.day) : null;
  return day !== null && day >= addDays(today, -STILL_LIVE_DAYS) ? day : null;
}

/**
 * What an import sets going: the day's run when the bank is now complete up to this morning, otherwise a new look at the
 * tenancies it touched. Reading in history does neither: an answer of today amid a past that is still coming would be wrong.
 */
export async function followImport(actor: Actor, imported: Imported): Promise<Outcome<Followed>> {
  const { day: today } = await now();
  const { touchedTenancyIds, completeThrough, staffId, onProgress } = imported;
  if (completeThrough !== null && completeThrough >= previousBankDay(today)) {
    const outcome = await runArrears({ day: today, trigger: "import", staffId, ...(onProgress ? { onProgress } : {}) });
    return outcome.ok ? done({ did: "run", report: outcome.value }) : done({ did: "nothing" });
  }
  const live = (await lastRunDay(today)) !== null;
  if (!live || touchedTenancyIds.length === 0) return done({ did: "nothing" });
  await reassessAll(touchedTenancyIds, actor);
  return done({ did: "reassess" });
}
