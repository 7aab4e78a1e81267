import type { Assessment } from "../../rules/answer";
import { assess } from "../../rules/assess";
import type { CaseFacts, Facts } from "../../rules/facts";
import { flaggedBy } from "../../rules/flag";
import type { Policy } from "../../rules/policy";
import { advance, type CaseChange, type Changes, changeOfCase } from "./advance";
import type { Dossier } from "./dossier";
import { type At, factsFrom, type Standing } from "./facts";

/** What the rules answer about one tenancy, and what that changes. */
export interface Decision {
  readonly facts: Facts;
  readonly assessment: Assessment;
  readonly changes: Changes;
}

/**
 * Rows → facts → answer → changes, for one tenancy: what the nightly run, the desk and the demo share.
 * A case that opens today is part of today's answer, so that asking again on the same day gives the same one.
 */
export function decide(dossier: Dossier, at: At, policy: Policy): Decision {
  const before = factsFrom(dossier, at);
  const first = assess(before, policy);
  const caseChange = changeOfCase(dossier.cases, before, first, policy);
  const facts = withOpened(before, caseChange);
  const assessment = facts === before ? first : assess(facts, policy);
  return { facts, assessment, changes: advance(dossier, facts, assessment, policy, caseChange) };
}

function withOpened(facts: Facts, change: CaseChange | null): Facts {
  if (change === null || change.kind === "close") return facts;
  const { day } = facts;
  const opened = (row: CaseFacts): CaseFacts =>
    change.kind === "reopen" && row.id === change.caseId
      ? { ...row, closedOn: null, reopened: [...(row.reopened ?? []), { closedOn: change.closedOn, reopenedOn: day }] }
      : row;
  const cases = facts.cases.map(opened);
  return { ...facts, cases: change.kind === "open" ? [...cases, { id: 0, openedOn: day, closedOn: null, reopened: [] }] : cases };
}

/** How a tenancy stands for the other tenancies of its people. */
export function standingOf(dossier: Dossier, at: Omit<At, "sibling">, policy: Policy): Standing {
  const facts = factsFrom(dossier, { ...at, sibling: () => undefined });
  const held = new Set(
    facts.holds
      .filter((hold) => hold.from <= facts.day && (hold.endedOn === null || hold.endedOn > facts.day))
      .flatMap((hold) => hold.charges),
  );
  return {
    flagged: flaggedBy(facts, policy).length > 0,
    onHold: facts.legal !== null || (facts.overdue.length > 0 && facts.overdue.every((charge) => held.has(charge.id))),
  };
}
