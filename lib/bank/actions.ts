"use server";

import { action } from "@/lib/auth/action";
import { refused } from "@/lib/kernel/outcome";
import { placeLine } from "./commands/placeLine";
import { setAside as aside } from "./commands/setAside";
import { undoPlacement as undo } from "./commands/undoPlacement";
import { tenancyIdOf } from "./queries/suspense";
import { lineSchema, placeSchema } from "./schema";

export const place = action("action:bank.place", placeSchema, async (actor, { lineId, tenancyId, number }) => {
  const chosen = tenancyId && tenancyId !== "other" ? Number(tenancyId) : await tenancyIdOf(actor, number ?? "");
  return chosen ? placeLine(actor, { lineId, tenancyId: chosen }) : refused("unknown-tenancy");
});
export const setAside = action("action:bank.setAside", lineSchema, aside);
export const undoPlacement = action("action:bank.undoPlacement", lineSchema, undo);
