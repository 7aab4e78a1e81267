import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { done } from "@/lib/kernel/outcome";
import { dateOf, dayOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Policy } from "@/lib/rules/policy";
import { mayPromise } from "../domain/promise";

interface NewPromise {
  readonly tenancyId: number;
  readonly caseId: number;
  readonly attemptId?: number;
  readonly promisedOn: Day;
  readonly amount: Cents;
  readonly incomeDay: boolean;
}

/**
 * Records a promise to pay.
 * @param standing what is open, how many promises were broken in this case, and the day of one that still runs
 */
export async function makePromise(
  db: Db,
  actor: Actor,
  now: Now,
  promise: NewPromise,
  standing: { readonly open: Cents; readonly broken: number; readonly running: Day | null },
  policy: Policy,
) {
  const allowed = mayPromise({ today: now.day, ...promise, ...standing }, policy);
  if (!allowed.ok) return allowed;
  const saved = await db.paymentPromise.create({
    data: {
      tenancyId: promise.tenancyId,
      caseId: promise.caseId,
      attemptId: promise.attemptId ?? null,
      madeOn: dateOf(now.day),
      promisedOn: dateOf(promise.promisedOn),
      amountCents: promise.amount,
      incomeDay: promise.incomeDay,
      staffId: actor.staffId,
      recordedAt: now.moment,
    },
  });
  return done({ promiseId: saved.id, promisedOn: dayOf(saved.promisedOn) });
}
