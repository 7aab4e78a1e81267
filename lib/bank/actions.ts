"use server";

import { action } from "@/lib/auth/action";
import { refused } from "@/lib/kernel/outcome";
import { forgetIban as forget } from "./commands/forgetIban";
import { placeLine } from "./commands/placeLine";
import { setAside as aside } from "./commands/setAside";
import { undoPlacement as undo } from "./commands/undoPlacement";
import { placeOf, tenanciesNumbered } from "./queries/place";
import { asideSchema, ibanSchema, lineSchema, placeSchema, splitSchema } from "./schema";

export const place = action("action:bank.place", placeSchema, async (actor, { tenancyId, number, ...act }) => {
  const chosen = tenancyId && tenancyId !== "other" ? Number(tenancyId) : (await tenanciesNumbered(actor, [number ?? ""]))[0];
  const cents = await placeOf(actor, act.lineId);
  if (!chosen) return refused("unknown-tenancy");
  return cents === null ? refused("not-found") : placeLine(actor, { ...act, parts: [{ tenancyId: chosen, cents }] });
});
export const split = action("action:bank.split", splitSchema, async (actor, { number, amount, charge, ...act }) => {
  const tenancies = await tenanciesNumbered(actor, number);
  if (tenancies.includes(null)) return refused("unknown-tenancy");
  const parts = tenancies.map((tenancyId, at) => ({
    tenancyId: tenancyId ?? 0,
    cents: amount[at] ?? 0n,
    ...(charge[at] ? { chargeId: BigInt(charge[at]) } : {}),
  }));
  return placeLine(actor, { ...act, parts, learn: false });
});
export const setAside = action("action:bank.setAside", asideSchema, aside);
export const undoPlacement = action("action:bank.undoPlacement", lineSchema, undo);
export const forgetIban = action("action:bank.forgetIban", ibanSchema, forget);
