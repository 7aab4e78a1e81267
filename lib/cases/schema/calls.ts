import { z } from "zod";
import { CALL_OUTCOMES, DIRECTIONS, IDENTITIES, SPOKE_WITH } from "@/lib/contact/domain/call";
import { RESOLUTIONS, SAID } from "@/lib/contact/domain/said";
import { optional, ticked } from "@/lib/forms/schema";
import { amountField, commandId, dayField, id, note, oneOf, overrideNote, shownAt, someOf } from "./fields";

/**
 * A call, ours or theirs, with all that was said, in one form: a promise, a day away and the like are recorded in the same go.
 * `said` with `promise` needs `promisedOn` and `amount`; `agreed-moment` needs `agreedDay`; `away-until` needs `awayUntil`.
 */
export const logCallSchema = z
  .object({
    commandId,
    shownAt,
    tenancyId: id,
    direction: oneOf(DIRECTIONS).default("outbound"),
    outcome: oneOf(CALL_OUTCOMES),
    personId: optional(id),
    number: optional(z.string().trim().max(30, "cases.field.number")),
    spokeWith: optional(oneOf(SPOKE_WITH)),
    identity: optional(oneOf(IDENTITIES)),
    said: someOf(SAID),
    promisedOn: optional(dayField),
    amount: optional(amountField),
    incomeDay: ticked,
    agreedDay: optional(dayField),
    awayUntil: optional(dayField),
    /** What the tenant says about the payment: day, account, reference. */
    detail: optional(z.string().trim().max(300, "cases.field.long")),
    cardCode: optional(z.string().trim().max(40, "cases.field.long")),
    note,
    overrideNote,
  })
  .superRefine((call, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (call.outcome === "spoke" && !call.spokeWith) need("spokeWith", "cases.field.spokeWith");
    if (call.spokeWith === "other" && call.said.some((said) => said !== "heard-deceased"))
      need("spokeWith", "cases.field.spokeWith");
    if (call.outcome !== "spoke" && call.said.some((said) => said !== "heard-deceased"))
      need("said", "cases.field.saidWithoutTalk");
    if (call.said.includes("promise") && !call.promisedOn) need("promisedOn", "cases.field.day");
    if (call.said.includes("promise") && !call.amount) need("amount", "cases.field.amount");
    if (call.said.includes("agreed-moment") && !call.agreedDay) need("agreedDay", "cases.field.day");
    if (call.said.includes("away-until") && !call.awayUntil) need("awayUntil", "cases.field.day");
    if (call.direction === "inbound" && call.outcome !== "spoke" && call.outcome !== "someone-else")
      need("outcome", "cases.field.inbound");
  });
export type LogCallInput = z.output<typeof logCallSchema>;

/** The text is the template's; a person chooses to whom. */
export const sendSmsSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  personId: id,
  number: z.string("cases.field.number").trim().min(5, "cases.field.number").max(30, "cases.field.number"),
  overrideNote,
});
export type SendSmsInput = z.output<typeof sendSmsSchema>;

/** A message that may or may not have left: a person finds out and says so. */
export const settleMessageSchema = z.object({ commandId, messageId: id, verdict: oneOf(["arrived", "not-sent"]) });
export type SettleMessageInput = z.output<typeof settleMessageSchema>;

export const readReplySchema = z.object({ commandId, replyId: id });
export type ReadReplyInput = z.output<typeof readReplySchema>;

export const resolveAlreadyPaidSchema = z.object({ commandId, shownAt, disclosureId: id, resolution: oneOf(RESOLUTIONS), note });
export type ResolveAlreadyPaidInput = z.output<typeof resolveAlreadyPaidSchema>;

/** Takes back an act by the id its form had: at once (`corrects` absent), or because it was not so, which is said with the reason. */
export const undoActSchema = z
  .object({ commandId, undoes: commandId, corrects: optional(z.literal("yes")), reason: overrideNote })
  .refine(({ corrects, reason }) => corrects === undefined || reason !== undefined, {
    path: ["reason"],
    message: "cases.field.why",
  });
export type UndoActInput = z.output<typeof undoActSchema>;

export const addNoteSchema = z.object({
  commandId,
  tenancyId: id,
  text: z.string("cases.field.text").trim().min(1, "cases.field.text").max(2000, "cases.field.long"),
});
export type AddNoteInput = z.output<typeof addNoteSchema>;
