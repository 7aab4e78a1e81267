import { parseDay } from "@/lib/kernel/day";
import type { Jobs } from "@/lib/platform/queues";
import { importWaiting } from "./commands/upload";

/** Brings in files that were too large to wait for on the screen. */
export async function importUpload({ uploadId, staffId, completeThrough }: Jobs["import"]): Promise<void> {
  await importWaiting(uploadId, staffId, parseDay(completeThrough ?? "") ?? undefined);
}
