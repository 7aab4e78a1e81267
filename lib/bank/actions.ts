"use server";

import { action } from "@/lib/auth/action";
import { refused } from "@/lib/kernel/outcome";
import { chooseLead as choose } from "./commands/choose-lead";
import { confirmGap as confirm } from "./commands/confirm-gap";
import { forgetIban as forget } from "./commands/forget-iban";
import { notePayment as note, withdrawPayment as withdraw } from "./commands/note-payment";
import { placeLine } from "./commands/place-line";
import { setAside as aside } from "./commands/set-aside";
import { undoNaming as unname } from "./commands/undo-naming";
import { undoPlacement as undo } from "./commands/undo-placement";
import { placeOf, tenanciesNumbered } from "./queries/place";
import {
  asideSchema,
  gapSchema,
  ibanSchema,
  leadSchema,
  lineSchema,
  namingSchema,
  paymentSchema,
  placeSchema,
  splitSchema,
  withdrawSchema,
} from "./schema";

export const place = action("action:bank.place", placeSchema, async (actor, { tenancyId, number, ...act }) => {
  const chosen = tenancyId && tenancyId !== "other" ? Number(tenancyId) : (await tenanciesNumbered([number ?? ""]))[0];
  const cents = await placeOf(act.lineId);
  if (!chosen) return refused("unknown-tenancy");
  return cents === null ? refused("not-found") : placeLine(actor, { ...act, parts: [{ tenancyId: chosen, cents }] });
});
export const split = action("action:bank.split", splitSchema, async (actor, { parts, ...act }) => {
  const tenancies = await tenanciesNumbered(parts.map((part) => part.number));
  const known = parts.flatMap(({ cents, chargeId }, at) => {
    const tenancyId = tenancies[at];
    return tenancyId ? [{ tenancyId, cents, ...(chargeId === undefined ? {} : { chargeId }) }] : [];
  });
  return known.length < parts.length ? refused("unknown-tenancy") : placeLine(actor, { ...act, parts: known, learn: false });
});
export const setAside = action("action:bank.setAside", asideSchema, aside);
export const undoPlacement = action("action:bank.undoPlacement", lineSchema, undo);
export const undoNaming = action("action:bank.undoNaming", namingSchema, unname);
export const forgetIban = action("action:bank.forgetIban", ibanSchema, forget);
export const confirmGap = action("action:bank.confirmGap", gapSchema, confirm);
export const chooseLead = action("action:bank.chooseLead", leadSchema, choose);
export const notePayment = action("action:bank.notePayment", paymentSchema, async (actor, { number, ...act }) => {
  const [tenancyId] = await tenanciesNumbered([number]);
  return tenancyId ? note(actor, { ...act, tenancyId }) : refused("unknown-tenancy");
});
export const withdrawPayment = action("action:bank.withdrawPayment", withdrawSchema, withdraw);
