"use server";

import { action } from "@/lib/auth/action";
import { refused } from "@/lib/kernel/outcome";
import { allocateLine } from "./commands/allocate-line";
import { chooseReceiptSource as choose } from "./commands/choose-receipt-source";
import { confirmGap as confirm } from "./commands/confirm-gap";
import { forgetIban as forget } from "./commands/forget-iban";
import { notePayment as note, withdrawPayment as withdraw } from "./commands/note-payment";
import { reverseAllocation as undo } from "./commands/reverse-allocation";
import { setAside as aside } from "./commands/set-aside";
import { undoDesignation as unname } from "./commands/undo-designation";
import { placeOf, tenanciesNumbered } from "./queries/place";
import {
  allocateSchema,
  asideSchema,
  designationSchema,
  gapSchema,
  ibanSchema,
  lineSchema,
  paymentSchema,
  receiptSourceSchema,
  splitSchema,
  withdrawSchema,
} from "./schema";

export const allocate = action("action:bank.allocate", allocateSchema, async (actor, { tenancyId, number, ...act }) => {
  const chosen = tenancyId && tenancyId !== "other" ? Number(tenancyId) : (await tenanciesNumbered([number ?? ""]))[0];
  const cents = await placeOf(act.lineId);
  if (!chosen) return refused("unknown-tenancy");
  return cents === null ? refused("not-found") : allocateLine(actor, { ...act, parts: [{ tenancyId: chosen, cents }] });
});
export const split = action("action:bank.split", splitSchema, async (actor, { parts, ...act }) => {
  const tenancies = await tenanciesNumbered(parts.map((part) => part.number));
  const known = parts.flatMap(({ cents, chargeId }, at) => {
    const tenancyId = tenancies[at];
    return tenancyId ? [{ tenancyId, cents, ...(chargeId === undefined ? {} : { chargeId }) }] : [];
  });
  return known.length < parts.length ? refused("unknown-tenancy") : allocateLine(actor, { ...act, parts: known, learn: false });
});
export const setAside = action("action:bank.setAside", asideSchema, aside);
export const reverseAllocation = action("action:bank.reverseAllocation", lineSchema, undo);
export const undoDesignation = action("action:bank.undoDesignation", designationSchema, unname);
export const forgetIban = action("action:bank.forgetIban", ibanSchema, forget);
export const confirmGap = action("action:bank.confirmGap", gapSchema, confirm);
export const chooseReceiptSource = action("action:bank.chooseReceiptSource", receiptSourceSchema, choose);
export const notePayment = action("action:bank.notePayment", paymentSchema, async (actor, { number, ...act }) => {
  const [tenancyId] = await tenanciesNumbered([number]);
  return tenancyId ? note(actor, { ...act, tenancyId }) : refused("unknown-tenancy");
});
export const withdrawPayment = action("action:bank.withdrawPayment", withdrawSchema, withdraw);
