import { SYSTEM } from "@/lib/auth/actor";
import type { Jobs } from "@/lib/platform/queues";
import { workOnUpload } from "./commands/upload";

/** Looks at or brings in files that were too large to wait for on the screen. */
export async function importUpload({ uploadId, staffId }: Jobs["import"]): Promise<void> {
  await workOnUpload({ ...SYSTEM, staffId }, uploadId);
}
