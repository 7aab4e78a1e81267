"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { startBulk as start, undoBulk as undo } from "./commands/start";
import { startBulkSchema, undoBulkSchema } from "./schema";

export const startBulk = action("action:bulk.startBulk", startBulkSchema, async (actor, input) => {
  const started = await start(actor, input);
  if (started.ok) redirect(`/in-een-keer/${started.value.runId}`);
  return started;
});
export const undoBulk = action("action:bulk.undoBulk", undoBulkSchema, undo);
