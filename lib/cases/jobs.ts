import { parseDay } from "../kernel/day";
import { now } from "../platform/clock";
import type { Jobs } from "../platform/queues";
import { amsterdamOf } from "../platform/zone";
import { lastRunDay } from "./commands/follow-import";
import { reassessAll } from "./commands/reassess";
import { type RunReport, runArrears } from "./commands/run";

/** The run of the named day, or of today. A day before the last run is nothing to do any more. */
export async function run({ day, trigger, staffId }: Jobs["run"]): Promise<RunReport | null> {
  const outcome = await runArrears({ day: (day && parseDay(day)) || (await now()).day, trigger, staffId: staffId ?? null });
  return outcome.ok ? outcome.value : null;
}

/** What arrived in bulk: asks the rules again about those it touched. */
export async function reassess({ tenancyIds }: Jobs["reassess"]): Promise<void> {
  await reassessAll(tenancyIds);
}

const FIVE_O_CLOCK = 5 * 60;

/** Whether the program slept through 05:00: today's scheduled run has not been done while the days before it were. */
export async function missedTheNight(): Promise<boolean> {
  const { day, moment, own } = await now();
  if (own || amsterdamOf(moment).minutes < FIVE_O_CLOCK) return false;
  const last = await lastRunDay(day);
  return last !== null && last < day;
}
