import { addDays, type Day } from "../kernel/day";
import type { CaseFacts, Facts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/** The case this day's contact belongs to: the open one, the one that reopens today, or a new one (id null). */
export interface CaseNow {
  readonly id: number | null;
  readonly openedOn: Day;
  readonly reopenedOn: readonly Day[];
  readonly state: "open" | "reopens" | "opens";
}

/** @returns null when there is no case and none opens. */
export function casenow(facts: Facts, policy: Policy, flagged: boolean, look: Look): CaseNow | null {
  const again = (one: CaseFacts) => (one.reopened ?? []).map((period) => period.reopenedOn);
  const open = facts.cases.find((one) => one.closedOn === null);
  if (open) return { id: open.id, openedOn: open.openedOn, reopenedOn: again(open), state: "open" };
  if (!flagged) return null;
  // Until the run has stored the case it would open anew on each day, so the next day is always worth a look.
  look.come(addDays(facts.day, 1));
  const last = lastClosed(facts);
  if (last && last.closedOn !== null && !look.come(addDays(last.closedOn, policy.reopenDays + 1)))
    return { id: last.id, openedOn: last.openedOn, reopenedOn: [...again(last), facts.day], state: "reopens" };
  return { id: null, openedOn: facts.day, reopenedOn: [], state: "opens" };
}

function lastClosed(facts: Facts): CaseFacts | null {
  let last: CaseFacts | null = null;
  for (const one of facts.cases) if (last === null || (one.closedOn ?? "") > (last.closedOn ?? "")) last = one;
  return last;
}
