import type { Assessment } from "../../rules/answer";
import { type ContactStep, type DutyStep, stepRow } from "../../rules/steps";
import type { TimelineItem } from "./view";

/** Does this step of the contact ladder ask somebody to act? */
export const contactActs = (step: ContactStep): boolean => stepRow(step).acts;

/** Does this step of the duty ladder ask somebody to act? */
export const dutyActs = (step: DutyStep): boolean => stepRow(step).acts;

/** Is there something for somebody to do? A consultant's review that is planned for later is not for now. */
export function asksToAct({ contact, duty }: Pick<Assessment, "contact" | "duty">): boolean {
  const later = stepRow(contact.step).comesBack === true && contact.until !== null;
  return (contactActs(contact.step) && !later) || dutyActs(duty.step);
}

/** What can be taken back: on the day itself by whoever recorded it, later or of a colleague with the reason. */
export const UNDOABLE = [
  "cases.logCall",
  "cases.sendSms",
  "cases.makePromise",
  "cases.makeArrangement",
  "cases.startHold",
  "cases.addNote",
  "cases.planVisit",
  "cases.recordDeath",
  "cases.logVisit",
  "cases.logRing",
  "cases.endHold",
  "cases.endArrangement",
  "cases.objectToSharing",
  "cases.recordAnswer",
  "cases.sendLetter",
  "cases.report",
  "cases.recordLegalStep",
  "cases.recordEviction",
] as const;
export type Undoable = (typeof UNDOABLE)[number];

/** The lines of what happened that one act is; another line of its moment (the pause that a call began) only followed from it. */
export const LINES_OF: Readonly<Record<Undoable, readonly string[]>> = {
  "cases.logCall": ["call", "inbound", "desk"],
  "cases.sendSms": ["sms"],
  "cases.makePromise": ["promise"],
  "cases.makeArrangement": ["arrangement"],
  "cases.startHold": ["hold"],
  "cases.addNote": ["note"],
  "cases.planVisit": ["visit-planned"],
  "cases.recordDeath": ["death"],
  "cases.logVisit": ["visit"],
  "cases.logRing": ["ring"],
  "cases.endHold": ["hold-ended"],
  "cases.endArrangement": ["arrangement-ended"],
  "cases.objectToSharing": ["objection"],
  "cases.recordAnswer": ["municipality-answered"],
  "cases.sendLetter": [
    "letter",
    "letter-check-transfer",
    "letter-confirm-promise",
    "letter-confirm-arrangement",
    "letter-announce-visit",
  ],
  "cases.report": ["reported"],
  "cases.recordLegalStep": ["legal"],
  "cases.recordEviction": ["eviction"],
};

const WEIGHTY: readonly Undoable[] = [
  "cases.logRing",
  "cases.sendLetter",
  "cases.report",
  "cases.recordLegalStep",
  "cases.recordEviction",
];
/** What left the house and what is of the law is never taken back in one key: who says that it was not so says why. */
export const needsReason = (action: Undoable): boolean => WEIGHTY.includes(action);

/** One line of what happened, by which its act is found: by when it was recorded, which may be later than when it was. */
export const lineKey = ({
  at,
  code,
  values,
}: Pick<TimelineItem, "at" | "code"> & Partial<Pick<TimelineItem, "values">>): string =>
  `${code} ${String(values?.recorded ?? at ?? "")}`;

/** Whoever may record this may take that back: a caretaker's ring is put right at the desk. */
export const undoneBy = (action: Undoable): Undoable => (action === "cases.logRing" ? "cases.logVisit" : action);

/** True when this act, by the name its command has, can be taken back. */
export const canUndo = (action: string): action is Undoable => UNDOABLE.includes(action as Undoable);
