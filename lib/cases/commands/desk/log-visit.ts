import type { Actor } from "@/lib/auth/actor";
import { worry } from "@/lib/caretaker/commands/worry";
import { recordAttempt } from "@/lib/contact/commands/attempt";
import { recordDisclosure } from "@/lib/contact/commands/disclosure";
import { cancelWaiting } from "@/lib/contact/commands/outbox";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import type { Happened } from "@/lib/platform/clock";
import { consentToHandover } from "@/lib/referrals/commands";
import type { DisclosureFacts } from "@/lib/rules/facts";
import { findProblem } from "@/lib/tenancies/commands/problem";
import type { ProblemByHand } from "@/lib/tenancies/domain/problem";
import { membersOf } from "@/lib/tenancies/queries/people";
import { logVisit as log } from "@/lib/visits/commands/log";
import { type Agreed, attemptOfVisit, type Budget, type Seen } from "@/lib/visits/domain/visit";
import type { LogVisitInput } from "../../schema/doors";
import { act, type Desk } from "./act";
import { pauseForDeath, promise } from "./agree";
import { addresseeOf } from "./log-call";

/** A visit or ring that was made elsewhere than at the desk: when, and that it counts whatever was recorded meanwhile. */
export interface InTheField {
  readonly happened: Happened;
  readonly always: true;
}

/** What happened at a visit, what was seen and agreed, and the next moment, in one go. */
export const logVisit = (actor: Actor, visit: LogVisitInput, field?: InTheField) =>
  act(
    actor,
    {
      action: "cases.logVisit",
      commandId: visit.commandId,
      tenancyId: async (db) => (await db.visit.findUnique({ where: { id: visit.visitId } }))?.tenancyId,
    },
    async (desk) => {
      const logged = await log(desk.db, actor, desk.now, {
        ...visit,
        consent: saidYes(visit),
        budget: budgetOf(visit),
        ...field,
      });
      if (!logged.ok) return logged;
      desk.before({ visit: { ...logged.value } });
      const members = await membersOf(desk.db, desk.tenancyId, desk.now.day);
      const outcome = attemptOfVisit(visit.outcome);
      const attempt = {
        tenancyId: desk.tenancyId,
        caseId: desk.caseId,
        personId: addresseeOf(members)?.id ?? null,
        channel: "visit",
        outcome,
        commandId: visit.commandId,
      } as const;
      const attemptId = await recordAttempt(desk.db, actor, desk.now, attempt, field?.happened);
      if (outcome === "spoke" && (field?.happened ?? desk.now).day === desk.now.day)
        await cancelWaiting(desk.db, desk.now, desk.tenancyId, "spoke-today");
      await applyDoorOutcome(desk, visit.outcome);
      const agreed = await recordAgreed(desk, visit, attemptId, field?.happened);
      return agreed.ok ? done({ visitId: visit.visitId, attemptId }) : agreed;
    },
  );

async function applyDoorOutcome(desk: Desk, outcome: LogVisitInput["outcome"]): Promise<void> {
  if (outcome === "deceased") {
    desk.before({ holdId: await pauseForDeath(desk) });
    const open = desk.caseId === null ? null : await desk.db.arrearsCase.findUnique({ where: { id: desk.caseId } });
    const told = { tenancyId: desk.tenancyId, kind: "deceased-unverified", knowing: [open?.ownerId ?? null] } as const;
    await worry(desk.db, desk.actor, desk.now, told);
  }
  if (outcome === "moved" || outcome === "wrong-address") await findProblem(desk.db, desk.now, desk.tenancyId, outcome);
}

/** What the rules heed of what was agreed; the rest is kept with the visit itself. */
const STATEMENTS: Readonly<Partial<Record<Agreed, DisclosureFacts["kind"]>>> = {
  "help-municipality": "wants-help",
  "help-neighbourhood-team": "wants-help",
  "help-adviser-elderly": "wants-help",
  "help-paperwork": "wants-help",
  dispute: "disputes",
};

/** What was said about money, when anything was. */
function budgetOf({ payDay, left, otherDebts }: LogVisitInput): Budget | undefined {
  const said = { ...(payDay && { payDay }), ...(left && { left }), ...(otherDebts && { otherDebts }) };
  return Object.keys(said).length > 0 ? said : undefined;
}

/** A yes that was ticked counts only beside the help it was about. */
const saidYes = ({ consent, agreed }: LogVisitInput): boolean => consent && agreed.includes("help-municipality");

/** What somebody at the office has to take up after a visit. Terms that were agreed at the table need nobody. */
const FOLLOW_UP: Readonly<Partial<Record<Agreed | Seen, ProblemByHand>>> = {
  administrator: "administrator-unknown",
  "arrangement-wanted": "wants-arrangement",
  dispute: "disputes",
  "allowance-check": "allowance-check",
  "help-municipality": "wants-help",
  "help-neighbourhood-team": "wants-help",
  "help-adviser-elderly": "wants-help",
  "help-paperwork": "wants-help",
  "repairs-needed": "repair-needed",
};
const followUps = ({ agreed, seen, termsMade }: LogVisitInput): ReadonlySet<ProblemByHand> =>
  new Set([...agreed, ...seen].flatMap((one) => (termsMade && one === "arrangement-wanted" ? [] : (FOLLOW_UP[one] ?? []))));

async function recordAgreed(desk: Desk, visit: LogVisitInput, attemptId: number, happened?: Happened): Promise<Outcome<null>> {
  const { db, actor, now, tenancyId, caseId } = desk;
  const say = (kind: DisclosureFacts["kind"], until: Day | null = null) =>
    recordDisclosure(db, actor, now, { tenancyId, caseId, attemptId, kind, until }, happened);
  const kinds = new Set(visit.agreed.flatMap((one) => STATEMENTS[one] ?? []));
  for (const kind of kinds) await say(kind);
  for (const problem of followUps(visit)) await findProblem(db, now, tenancyId, problem);
  if (saidYes(visit) && caseId !== null) {
    await consentToHandover(db, now, tenancyId, caseId);
    desk.before({ consent: true });
  }
  if (visit.nextDay) {
    // Told at the office it lies ahead; of a visit that comes in late it may be over.
    if (visit.nextDay < (happened ?? now).day) return refused("day-passed");
    await say("agreed-moment", visit.nextDay);
  }
  if (visit.agreed.includes("promise") && visit.promisedOn && visit.amount) {
    const { promisedOn, amount, incomeDay } = visit;
    // Judged on the day it was made, recorded now.
    const then = happened ? { ...desk, now: { ...now, day: happened.day } } : desk;
    const promised = await promise(then, { promisedOn, amount, incomeDay, attemptId });
    if (!promised.ok) return promised;
  }
  return done(null);
}
