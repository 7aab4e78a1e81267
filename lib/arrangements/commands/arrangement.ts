import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Policy } from "@/lib/rules/policy";
import { type ArrangementEnd, equalInstalments, mayArrange } from "../domain/arrangement";

interface NewArrangement {
  readonly tenancyId: number;
  readonly caseId: number;
  readonly total: Cents;
  readonly count: number;
  readonly startsOn: Day;
}

/** Records equal monthly instalments from a day on, beside the running rent. A promise that ran is replaced by it. */
export async function makeArrangement(db: Db, actor: Actor, now: Now, asked: NewArrangement, open: Cents, policy: Policy) {
  const running = await db.arrangement.count({ where: { tenancyId: asked.tenancyId, endedOn: null } });
  const allowed = mayArrange({ ...asked, today: now.day, open, running: running > 0 }, policy);
  if (!allowed.ok) return allowed;
  const instalments = equalInstalments(asked.total, asked.count, asked.startsOn);
  await db.paymentPromise.updateMany({
    where: { tenancyId: asked.tenancyId, withdrawnOn: null, undoneAt: null, promisedOn: { gte: dateOf(now.day) } },
    data: { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment },
  });
  const saved = await db.arrangement.create({
    data: {
      tenancyId: asked.tenancyId,
      caseId: asked.caseId,
      agreedOn: dateOf(now.day),
      startsOn: dateOf(asked.startsOn),
      totalCents: asked.total,
      staffId: actor.staffId,
      recordedAt: now.moment,
      instalments: {
        create: instalments.map((one, index) => ({ ordinal: index + 1, dueOn: dateOf(one.dueOn), amountCents: one.amount })),
      },
    },
  });
  return done({ arrangementId: saved.id, instalments: instalments.length });
}

export async function endArrangement(
  db: Db,
  now: Now,
  arrangementId: number,
  reason: ArrangementEnd,
): Promise<Outcome<null, "arrangement-ended">> {
  const { count } = await db.arrangement.updateMany({
    where: { id: arrangementId, endedOn: null },
    data: { endedOn: dateOf(now.day), endReason: reason, endedAt: now.moment },
  });
  return count === 1 ? done(null) : refused("arrangement-ended");
}
