import type { ZodType } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { addNumber } from "@/lib/cases/commands/desk/add-number";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { assign } from "@/lib/cases/commands/desk/assign";
import { authorise } from "@/lib/cases/commands/desk/authorise";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { makePromise } from "@/lib/cases/commands/desk/make-promise";
import { objectToSharing } from "@/lib/cases/commands/desk/object-to-sharing";
import { recordDeath } from "@/lib/cases/commands/desk/record-death";
import { recordEviction } from "@/lib/cases/commands/desk/record-eviction";
import { recordLanguage } from "@/lib/cases/commands/desk/record-language";
import { recordLegalStep } from "@/lib/cases/commands/desk/record-legal-step";
import { recordPreference } from "@/lib/cases/commands/desk/record-preference";
import { recordSafetyNote } from "@/lib/cases/commands/desk/record-safety-note";
import { recordSmsWish } from "@/lib/cases/commands/desk/record-sms-wish";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { overdueOf } from "@/lib/cases/queries/overdue";
import { makeArrangementSchema, makePromiseSchema, startHoldSchema } from "@/lib/cases/schema/agreements";
import { addNoteSchema, logCallSchema, sendSmsSchema } from "@/lib/cases/schema/calls";
import { askVisitSchema } from "@/lib/cases/schema/doors";
import { objectToSharingSchema, recordEvictionSchema, recordLegalStepSchema } from "@/lib/cases/schema/duties";
import {
  addNumberSchema,
  assignSchema,
  authoriseSchema,
  languageSchema,
  preferenceSchema,
  recordDeathSchema,
  safetyNoteSchema,
  smsWishSchema,
} from "@/lib/cases/schema/people";
import type { Outcome } from "@/lib/kernel/outcome";
import type { Door } from "./door";

type Fields = Record<string, string>;

/** An act at the desk as a form sends it. */
export interface DeskAct {
  readonly name: string;
  /** The fields beside `commandId` and `tenancyId`. */
  readonly fields: (door: Door) => Fields | Promise<Fields>;
  /** A field that takes free text, when it has one. */
  readonly text?: string;
  /** What a colleague recorded since is told first. */
  readonly toldFirst: boolean;
  readonly schema: ZodType;
  readonly run: (actor: Actor, input: never) => Promise<Outcome<unknown>>;
}

const act = <Input>(
  name: string,
  schema: ZodType<Input>,
  run: (actor: Actor, input: Input) => Promise<Outcome<unknown>>,
  fields: DeskAct["fields"],
  { text, toldFirst = true }: { readonly text?: string; readonly toldFirst?: boolean } = {},
): DeskAct => ({ name, schema, run: run as DeskAct["run"], fields, toldFirst, ...(text ? { text } : {}) });

const ofPerson = ({ personId }: Door): Fields => ({ personId: String(personId) });
const beside = { toldFirst: false };

/** Everything one colleague can record at one case, each with what its form holds when all is well. */
export const DESK_ACTS: readonly DeskAct[] = [
  act("logCall", logCallSchema, logCall, (d) => ({ outcome: "not-answered", number: d.mobile }), { text: "note" }),
  act("sendSms", sendSmsSchema, sendSms, (d) => ({ ...ofPerson(d), number: d.mobile })),
  act("makePromise", makePromiseSchema, makePromise, () => ({ promisedOn: "2026-03-20", amount: "100,00" }), { text: "note" }),
  act(
    "makeArrangement",
    makeArrangementSchema,
    makeArrangement,
    () => ({ total: "612,40", count: "3", startsOn: "2026-03-25" }),
    {
      text: "note",
    },
  ),
  act(
    "startHold",
    startHoldSchema,
    startHold,
    async (d) => ({ reason: "other", reviewOn: "2026-03-20", charges: (await overdueOf(d.tenancyId))[0] ?? "" }),
    { text: "note" },
  ),
  act("askVisit", askVisitSchema, askVisit, () => ({ purpose: "own-plan" }), { text: "note" }),
  act("objectToSharing", objectToSharingSchema, objectToSharing, () => ({})),
  act("recordDeath", recordDeathSchema, recordDeath, (d) => ({ ...ofPerson(d), deceasedOn: "2026-03-01" })),
  act("recordLegalStep", recordLegalStepSchema, recordLegalStep, () => ({ kind: "summons", day: "2026-03-10" }), {
    text: "detail",
  }),
  act(
    "recordEviction",
    recordEvictionSchema,
    recordEviction,
    () => ({ carriedOutOn: "2026-03-10", reason: "arrears", household: "single" }),
    { text: "note" },
  ),
  act("addNote", addNoteSchema, addNote, () => ({ text: "Belt morgen terug." }), { text: "text", ...beside }),
  act("addNumber", addNumberSchema, addNumber, (d) => ({ ...ofPerson(d), number: "06 12 34 56 78" }), beside),
  act("assign", assignSchema, assign, () => ({}), beside),
  act("authorise", authoriseSchema, authorise, () => ({ lastName: "Smit", scope: "all" }), { text: "lastName", ...beside }),
  act("recordLanguage", languageSchema, recordLanguage, (d) => ({ ...ofPerson(d), language: "Turks" }), {
    text: "language",
    ...beside,
  }),
  act("recordPreference", preferenceSchema, recordPreference, (d) => ({ ...ofPerson(d), prefers: "call" }), beside),
  act("recordSafetyNote", safetyNoteSchema, recordSafetyNote, (d) => ({ ...ofPerson(d), safetyNote: "Losse tegel." }), {
    text: "safetyNote",
    ...beside,
  }),
  act("recordSmsWish", smsWishSchema, recordSmsWish, (d) => ({ ...ofPerson(d), noSms: "true" }), beside),
];
