import type { Actor } from "@/lib/auth/actor";
import { recordAttempt } from "@/lib/contact/commands/attempt";
import { recordDisclosure } from "@/lib/contact/commands/disclosure";
import { cancelWaiting } from "@/lib/contact/commands/outbox";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { consentToHandover } from "@/lib/referrals/commands";
import type { DisclosureFacts } from "@/lib/rules/facts";
import { findProblem } from "@/lib/tenancies/commands/problem";
import { membersOf } from "@/lib/tenancies/queries/people";
import { logVisit as log } from "@/lib/visits/commands/log";
import { type Agreed, attemptOfVisit } from "@/lib/visits/domain/visit";
import type { LogVisitInput } from "../../schema/doors";
import { act, type Desk } from "./act";
import { pauseForDeath, promise } from "./agree";
import { addresseeOf } from "./log-call";

/** What happened at a visit, what was seen and agreed, and the next moment, in one go. */
export const logVisit = (actor: Actor, visit: LogVisitInput) =>
  act(
    actor,
    {
      action: "cases.logVisit",
      commandId: visit.commandId,
      tenancyId: async (db) => (await db.visit.findUnique({ where: { id: visit.visitId } }))?.tenancyId,
    },
    async (desk) => {
      const logged = await log(desk.db, actor, desk.now, visit);
      if (!logged.ok) return logged;
      desk.before({ visit: { ...logged.value } });
      const members = await membersOf(desk.db, desk.tenancyId, desk.now.day);
      const outcome = attemptOfVisit(visit.outcome);
      const attemptId = await recordAttempt(desk.db, actor, desk.now, {
        tenancyId: desk.tenancyId,
        caseId: desk.caseId,
        personId: addresseeOf(members)?.id ?? null,
        channel: "visit",
        outcome,
        commandId: visit.commandId,
      });
      if (outcome === "spoke") await cancelWaiting(desk.db, desk.now, desk.tenancyId, "spoke-today");
      await applyDoorOutcome(desk, visit.outcome);
      const agreed = await recordAgreed(desk, visit, attemptId);
      return agreed.ok ? done({ visitId: visit.visitId, attemptId }) : agreed;
    },
  );

async function applyDoorOutcome(desk: Desk, outcome: LogVisitInput["outcome"]): Promise<void> {
  if (outcome === "deceased") desk.before({ holdId: await pauseForDeath(desk) });
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

async function recordAgreed(desk: Desk, visit: LogVisitInput, attemptId: number): Promise<Outcome<null>> {
  const { db, actor, now, tenancyId, caseId } = desk;
  const say = (kind: DisclosureFacts["kind"]) => recordDisclosure(db, actor, now, { tenancyId, caseId, attemptId, kind });
  const kinds = new Set(visit.agreed.flatMap((one) => STATEMENTS[one] ?? []));
  for (const kind of kinds) await say(kind);
  if (visit.agreed.includes("administrator")) await findProblem(db, now, tenancyId, "administrator-unknown");
  if (visit.consent && visit.agreed.includes("help-municipality") && caseId !== null) {
    await consentToHandover(db, now, tenancyId, caseId);
    desk.before({ consent: true });
  }
  if (visit.nextDay) {
    if (visit.nextDay < now.day) return refused("day-passed");
    await recordDisclosure(db, actor, now, { tenancyId, caseId, attemptId, kind: "agreed-moment", until: visit.nextDay });
  }
  if (visit.agreed.includes("promise") && visit.promisedOn && visit.amount) {
    const { promisedOn, amount, incomeDay } = visit;
    const promised = await promise(desk, { promisedOn, amount, incomeDay, attemptId });
    if (!promised.ok) return promised;
  }
  return done(null);
}
