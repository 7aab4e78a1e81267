import { z } from "zod";
import { ARRANGEMENT_ENDS_BY_HAND } from "@/lib/arrangements/domain/arrangement";
import { ticked } from "@/lib/forms/schema";
import { HOLD_REASONS } from "@/lib/holds/domain";
import { amountField, commandId, dayField, id, note, oneOf, shownAt } from "./fields";

/** `incomeDay`: the promise is for the next day the income comes in, at most 31 days ahead; else at most 14. */
export const makePromiseSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  promisedOn: dayField,
  amount: amountField,
  incomeDay: ticked,
  note,
});
export type MakePromiseInput = z.output<typeof makePromiseSchema>;

/** `count` equal monthly instalments of together `total`, the first on `startsOn`. */
export const makeArrangementSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  total: amountField,
  count: z.coerce.number("cases.field.count").int("cases.field.count").min(1, "cases.field.count").max(36, "cases.field.count"),
  startsOn: dayField,
  note,
});
export type MakeArrangementInput = z.output<typeof makeArrangementSchema>;

export const endArrangementSchema = z.object({
  commandId,
  shownAt,
  arrangementId: id,
  reason: oneOf(ARRANGEMENT_ENDS_BY_HAND),
  note,
});
export type EndArrangementInput = z.output<typeof endArrangementSchema>;

/** A pause covers named charges (`charges`: ids of ledger entries, repeated field) until a review day. */
export const startHoldSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  reason: oneOf(HOLD_REASONS),
  charges: z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().regex(/^\d{1,18}$/, "cases.field.charges")).min(1, "cases.field.charges"),
  ),
  reviewOn: dayField,
  note,
});
export type StartHoldInput = z.output<typeof startHoldSchema>;

export const endHoldSchema = z.object({ commandId, shownAt, holdId: id, note });
export type EndHoldInput = z.output<typeof endHoldSchema>;
