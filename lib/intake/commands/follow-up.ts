import type { Actor } from "@/lib/auth/actor";
import { enqueue } from "@/lib/platform/jobs";
import type { FileReport } from "../domain/report";

const AT_ONCE = 2000;

/** Has the tenancies that files touched assessed again, and starts the day's run when a bank day became complete. Nobody waits for 05:00. */
export async function followUp(actor: Actor, reports: readonly FileReport[]): Promise<void> {
  const ids = [...new Set(reports.flatMap((report) => report.touchedTenancyIds))];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await enqueue("reassess", { tenancyIds: ids.slice(from, from + AT_ONCE) });
  if (reports.some((report) => report.completeThrough)) await enqueue("run", { trigger: "import", staffId: actor.staffId });
}
