import type { Actor } from "@/lib/auth/actor";
import { logRing as ring } from "@/lib/caretaker/commands/ring";
import { worry } from "@/lib/caretaker/commands/worry";
import { attemptOfRing } from "@/lib/caretaker/domain/ring";
import type { WorryKind } from "@/lib/caretaker/domain/worry";
import { recordAttempt } from "@/lib/contact/commands/attempt";
import { cancelWaiting } from "@/lib/contact/commands/outbox";
import { done } from "@/lib/kernel/outcome";
import type { CaretakerResult } from "@/lib/rules/facts";
import { findProblem } from "@/lib/tenancies/commands/problem";
import type { ProblemByHand } from "@/lib/tenancies/domain/problem";
import { membersOf } from "@/lib/tenancies/queries/people";
import type { LogRingInput } from "../../schema/doors";
import { act, type Desk } from "./act";
import { pauseForDeath } from "./agree";
import { addresseeOf } from "./log-call";
import type { InTheField } from "./log-visit";

/** What the office must find out after a ring. */
const PROBLEMS: Readonly<Partial<Record<CaretakerResult, ProblemByHand>>> = {
  moved: "moved",
  worried: "worried",
  "bell-broken": "bell-broken",
};

/** What a colleague looks into the same day. */
const WORRYING: Readonly<Partial<Record<CaretakerResult, WorryKind>>> = {
  worried: "worried",
  "heard-deceased": "deceased-unverified",
};

/** Who knows the tenant: whom the task was for, and who has the case. */
async function knowing(desk: Desk, taskId: number): Promise<(number | null)[]> {
  const task = await desk.db.caretakerTask.findUnique({ where: { id: taskId }, select: { callFor: true } });
  const open = desk.caseId === null ? null : await desk.db.arrearsCase.findUnique({ where: { id: desk.caseId } });
  return [task?.callFor ?? null, open?.ownerId ?? null];
}

/** One tap of the caretaker. What comes back holds no amount, nor anything the ladder knows. */
export const logRing = (actor: Actor, { commandId, taskId, result }: LogRingInput, field?: InTheField) =>
  act(
    actor,
    {
      action: "cases.logRing",
      commandId,
      // A caretaker finds only tasks of their own buildings: another's does not exist for them.
      tenancyId: async (db) => {
        const buildings = actor.buildingIds ? { buildingId: { in: [...actor.buildingIds] } } : {};
        return (await db.caretakerTask.findFirst({ where: { id: taskId, ...buildings } }))?.tenancyId;
      },
    },
    async (desk) => {
      const rung = await ring(desk.db, actor, desk.now, { taskId, result, commandId, ...field });
      if (!rung.ok) return rung;
      const members = await membersOf(desk.db, desk.tenancyId, desk.now.day);
      const outcome = attemptOfRing(result);
      const problem = PROBLEMS[result];
      if (problem) await findProblem(desk.db, desk.now, desk.tenancyId, problem);
      if (result === "heard-deceased") desk.before({ holdId: await pauseForDeath(desk) });
      const kind = WORRYING[result];
      if (kind) await worry(desk.db, actor, desk.now, { tenancyId: desk.tenancyId, kind, knowing: await knowing(desk, taskId) });
      // What a colleague asked for with another reason is no try of the ladder.
      if (rung.value.asked) return done({ ...rung.value });
      const attempt = {
        tenancyId: desk.tenancyId,
        caseId: desk.caseId,
        personId: addresseeOf(members)?.id ?? null,
        channel: outcome === "left" ? "card" : "door",
        outcome,
        commandId,
      } as const;
      await recordAttempt(desk.db, actor, desk.now, attempt, field?.happened);
      if (outcome === "spoke" && (field?.happened ?? desk.now).day === desk.now.day)
        await cancelWaiting(desk.db, desk.now, desk.tenancyId, "spoke-today");
      return done({ ...rung.value });
    },
  );
