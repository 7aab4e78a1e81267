import type { Day } from "../../kernel/day";
import type { Assessment } from "../../rules/answer";
import { assess, isWorked } from "../../rules/assess";
import type { CaseFacts, Facts } from "../../rules/facts";
import type { Policy } from "../../rules/policy";
import { advance, type CaseChange, type Changes, changeOfCase, type Withdrawal } from "./advance";
import type { Dossier } from "./dossier";
import { type At, factsFrom } from "./facts";

/** What the rules answer about one tenancy, and what that changes. */
export interface Decision {
  readonly facts: Facts;
  readonly assessment: Assessment;
  readonly changes: Changes;
}

/**
 * Rows → facts → answer → changes, for one tenancy: what the nightly run, the desk and the demo share.
 * What the answer itself changes (the case that opens, the tasks called off) is part of it, so that asking again on the
 * same day gives the same answer and changes nothing.
 */
export function decide(dossier: Dossier, at: At, policy: Policy): Decision {
  const before = factsFrom(dossier, at);
  const first = assess(before, policy);
  const caseChange = changeOfCase(dossier.cases, before, first, policy);
  const facts = afterwards(before, advance(dossier, before, first, policy, caseChange));
  const assessment = facts === before ? first : assess(facts, policy);
  return { facts, assessment, changes: advance(dossier, facts, assessment, policy, caseChange) };
}

/** The facts as they will be read once the changes are kept. */
function afterwards(facts: Facts, { caseChange, withdraw }: Changes): Facts {
  if ((caseChange === null || caseChange.kind === "close") && withdraw.length === 0) return facts;
  const gone = (kind: Withdrawal["kind"], id: number) => withdraw.find((one) => one.kind === kind && one.id === id);
  const { day } = facts;
  return {
    ...facts,
    cases: casesAfter(facts.cases, caseChange, day),
    caretakerTasks: facts.caretakerTasks.map((task) => {
      const call = gone("caretaker", task.id);
      return call ? { ...task, closedOn: day, withdrawn: call.because !== "expired" } : task;
    }),
    visits: facts.visits.map((visit) => (gone("visit", visit.id) ? { ...visit, withdrawnOn: day } : visit)),
    letters: withdraw.some(({ kind }) => kind === "letter")
      ? facts.letters.filter(({ sentOn }) => sentOn !== null)
      : facts.letters,
    referrals: withdraw.some(({ kind }) => kind === "referral")
      ? facts.referrals.filter(({ reportedOn }) => reportedOn !== null)
      : facts.referrals,
  };
}

function casesAfter(cases: readonly CaseFacts[], change: CaseChange | null, day: Day): readonly CaseFacts[] {
  if (change?.kind === "open") return [...cases, { id: 0, openedOn: day, closedOn: null, reopened: [] }];
  if (change?.kind !== "reopen") return cases;
  const again = { closedOn: change.closedOn, reopenedOn: day };
  return cases.map((row) =>
    row.id === change.caseId ? { ...row, closedOn: null, reopened: [...(row.reopened ?? []), again] } : row,
  );
}

/** Whether somebody contacts the people of this tenancy about it, for their other tenancies: home and garage are one call. */
export function isWorkedOn(dossier: Dossier, at: Omit<At, "sibling">, policy: Policy): boolean {
  return isWorked(assess(factsFrom(dossier, { ...at, sibling: () => undefined }), policy).contact.step);
}
