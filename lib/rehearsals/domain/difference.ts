import type { Day } from "../../kernel/day";
import type { Assessment, Match, Reason } from "../../rules/answer";
import { type ContactStep, type DutyStep, type StepRole, stepRow } from "../../rules/steps";

/** What of an answer is compared; small, because a whole portfolio of them is held at once. */
export interface Digest {
  readonly flagged: boolean;
  readonly contact: ContactStep;
  readonly duty: DutyStep;
  /** Roles that have something to do because of it, this day. */
  readonly work: readonly StepRole[];
  /** Every reason for which it is on the list, as codes. */
  readonly because: readonly string[];
  /** Why this tenancy is on the list, or why not. */
  readonly listed: readonly Reason[];
  /** Why this step. */
  readonly stepped: readonly Reason[];
}

/** `added`: on the list only under the draft. `dropped`: only without it. `moved`: on both, with another step. */
export type ChangeKind = "added" | "dropped" | "moved";

export const WORK_ROLES: readonly StepRole[] = ["finance", "consultant", "caretaker"];

const due = (one: Match<string>, day: Day) => one.until === null || one.until <= day;

/** What an answer comes down to on its day. */
export function digestOf(answer: Assessment, day: Day): Digest {
  const roles = [
    due(answer.contact, day) ? stepRow(answer.contact.step).role : null,
    due(answer.duty, day) ? stepRow(answer.duty.step).role : null,
  ];
  return {
    flagged: answer.flagged,
    contact: answer.contact.step,
    duty: answer.duty.step,
    work: roles.filter((role) => role !== null),
    because: answer.flagReasons.map((one) => one.code),
    listed: answer.flagged ? answer.flagReasons.slice(0, 2) : answer.contact.reasons.slice(0, 2),
    stepped: telling(answer.contact.reasons),
  };
}

/** What is open is the same under both policies; what was tried or agreed tells why the step differs. */
const SAME_UNDER_BOTH = /^(rent|charge|several-months)-late|^debit-returned|^other-beside/;
function telling(reasons: readonly Reason[]): readonly Reason[] {
  const found = reasons.filter((one) => !SAME_UNDER_BOTH.test(one.code));
  return (found.length > 0 ? found : reasons).slice(0, 2);
}

/** The reasons that make the difference: who is moved was on the list already. */
export function whyOf(change: ChangeKind, before: Digest, after: Digest): readonly Reason[] {
  if (change === "moved") return after.stepped;
  return change === "added" ? after.listed : before.listed;
}

/** How the draft's answer differs; null when it does not, for whoever is on the list at all. */
export function changeOf(before: Digest, after: Digest): ChangeKind | null {
  if (!before.flagged && !after.flagged) return null;
  if (!before.flagged) return "added";
  if (!after.flagged) return "dropped";
  return before.contact === after.contact && before.duty === after.duty ? null : "moved";
}

export type Work = Readonly<Record<StepRole, number>>;

/** How many things each role has to do because of these answers. */
export function workOf(digests: Iterable<Digest>): Work {
  const work = { finance: 0, consultant: 0, caretaker: 0 };
  for (const one of digests) for (const role of one.work) work[role]++;
  return work;
}
