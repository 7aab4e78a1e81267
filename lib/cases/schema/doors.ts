import { z } from "zod";
import { RING_RESULTS } from "@/lib/caretaker/domain/ring";
import { optional, ticked } from "@/lib/forms/schema";
import {
  AGREED,
  ANNOUNCEMENTS,
  LEFT,
  NO_MORE,
  OTHER_DEBTS,
  SEEN,
  VISIT_OUTCOMES,
  VISIT_PURPOSES,
} from "@/lib/visits/domain/visit";
import { amountField, commandId, dayField, id, note, oneOf, overrideNote, shownAt, someOf } from "./fields";

const PARTS_OF_DAY = ["morning", "afternoon", "evening"] as const;

/** A person asks for a visit the ladder did not ask for yet. */
export const askVisitSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  purpose: oneOf(VISIT_PURPOSES).default("own-plan"),
  byTwo: ticked,
  note,
});
export type AskVisitInput = z.output<typeof askVisitSchema>;

/** `byAppointment`: the tenant agreed to this moment, so that an evening is allowed. */
export const planVisitSchema = z.object({
  commandId,
  shownAt,
  visitId: id,
  plannedFor: dayField,
  part: oneOf(PARTS_OF_DAY),
  announcedBy: oneOf(ANNOUNCEMENTS),
  byAppointment: ticked,
  byTwo: ticked,
  /** Who goes, and who goes along; left out: who plans it. */
  goes: optional(id),
  along: optional(id),
  atTime: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "cases.field.time")),
  overrideNote,
});
export type PlanVisitInput = z.output<typeof planVisitSchema>;

/** What happened at the door, what was seen, what was agreed, and the next moment. `agreed` with `promise` needs `promisedOn` and `amount`. */
export const logVisitSchema = z
  .object({
    commandId,
    visitId: id,
    outcome: oneOf(VISIT_OUTCOMES),
    seen: someOf(SEEN),
    agreed: someOf(AGREED),
    /** The tenant said yes, aloud, to a warm hand-over to the municipality. */
    consent: ticked,
    promisedOn: optional(dayField),
    amount: optional(amountField),
    incomeDay: ticked,
    nextDay: optional(dayField),
    noMoreFor: optional(oneOf(NO_MORE)),
    /** Terms were agreed in the same go. */
    termsMade: z.optional(ticked),
    /** For the team, gone with the case; the other belongs to the record. */
    note,
    fileNote: note,
    payDay: optional(z.string().trim().max(60, "cases.field.long")),
    left: optional(oneOf(LEFT)),
    otherDebts: optional(oneOf(OTHER_DEBTS)),
  })
  .superRefine((visit, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const spoke = visit.outcome === "spoke-door" || visit.outcome === "spoke-inside";
    if (!spoke && visit.agreed.length > 0) need("agreed", "cases.field.saidWithoutTalk");
    if (visit.agreed.includes("promise") && !visit.promisedOn) need("promisedOn", "cases.field.day");
    if (visit.agreed.includes("promise") && !visit.amount) need("amount", "cases.field.amount");
  });
export type LogVisitInput = z.output<typeof logVisitSchema>;

/** One tap of the caretaker. */
export const logRingSchema = z.object({ commandId, taskId: id, result: oneOf(RING_RESULTS) });
export type LogRingInput = z.output<typeof logRingSchema>;
