import { parseDay } from "../kernel/day";
import { now } from "../platform/clock";
import type { Jobs } from "../platform/queues";
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
