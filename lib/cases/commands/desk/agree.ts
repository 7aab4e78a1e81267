import { makePromise } from "@/lib/arrangements/commands/promise";
import { holdAll } from "@/lib/holds/commands";
import { addDays, type Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { type Outcome, refused } from "@/lib/kernel/outcome";
import { breaches, promiseState } from "@/lib/rules/agreement";
import { Look } from "@/lib/rules/look";
import { findProblem } from "@/lib/tenancies/commands/problem";
import type { Desk } from "./act";

interface PromiseAsked {
  readonly promisedOn: Day;
  readonly amount: Cents;
  readonly incomeDay: boolean;
  readonly attemptId?: number;
}

/** A promise in this case, weighed against what is open, what was broken before and what still runs. */
export async function promise(desk: Desk, asked: PromiseAsked): Promise<Outcome<{ promiseId: number; promisedOn: Day }>> {
  if (desk.caseId === null) return refused("case-closed");
  const facts = await desk.facts();
  const look = new Look(desk.now.day);
  const openedOn = facts.cases.find((one) => one.id === desk.caseId)?.openedOn ?? desk.now.day;
  const broken = breaches(facts, desk.policy, look).filter((one) => one.agreement === "promise" && one.on >= openedOn).length;
  const running = facts.promises.find((one) => promiseState(one, facts, desk.policy, look) === "pending")?.promisedOn ?? null;
  const standing = { open: facts.position.open, broken, running };
  return makePromise(
    desk.db,
    desk.actor,
    desk.now,
    { ...asked, tenancyId: desk.tenancyId, caseId: desk.caseId },
    standing,
    desk.policy,
  );
}

/** Somebody said that the tenant has died: everything waits, and the office checks it before it counts. */
export async function pauseForDeath(desk: Desk): Promise<number | null> {
  await findProblem(desk.db, desk.now, desk.tenancyId, "deceased-unverified");
  const facts = await desk.facts();
  const hold = {
    tenancyId: desk.tenancyId,
    reason: "deceased",
    reviewOn: addDays(desk.now.day, desk.policy.deathCheckDays),
  } as const;
  const open = facts.overdue.map((charge) => charge.id);
  return holdAll(desk.db, desk.actor, desk.now, hold, open);
}
