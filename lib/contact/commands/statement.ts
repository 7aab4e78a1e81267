import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { StatementFacts } from "@/lib/rules/facts";

interface NewStatement {
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly attemptId?: number | null;
  readonly kind: StatementFacts["kind"];
  readonly until?: Day | null;
  readonly detail?: string | null;
}

/** Writes down what the tenant said. */
export async function recordStatement(db: Db, actor: Actor, now: Now, said: NewStatement): Promise<number> {
  const { until, ...rest } = said;
  const saved = await db.statement.create({
    data: {
      ...rest,
      saidOn: dateOf(now.day),
      untilDay: until ? dateOf(until) : null,
      staffId: actor.staffId,
      recordedAt: now.moment,
    },
    select: { id: true },
  });
  return saved.id;
}

/** Finance searched for the payment and found it, or did not. */
export async function resolveStatement(
  db: Db,
  now: Now,
  statementId: number,
  resolution: "found" | "not-found",
): Promise<Outcome<null, "not-found" | "already-resolved">> {
  const said = await db.statement.findUnique({ where: { id: statementId } });
  if (!said || said.kind !== "already-paid" || said.undoneAt) return refused("not-found");
  if (said.resolvedOn) return refused("already-resolved");
  await db.statement.update({
    where: { id: statementId },
    data: { resolvedOn: dateOf(now.day), resolution, resolvedAt: now.moment },
  });
  return done(null);
}
