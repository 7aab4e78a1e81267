import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Happened, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { DisclosureFacts } from "@/lib/rules/facts";

interface NewStatement {
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly attemptId?: number | null;
  readonly kind: DisclosureFacts["kind"];
  readonly until?: Day | null;
  readonly detail?: string | null;
}

/** Writes down what the tenant said: now, or when it was said. */
export async function recordDisclosure(
  db: Db,
  actor: Actor,
  now: Now,
  said: NewStatement,
  happened: Happened = now,
): Promise<number> {
  const { until, ...rest } = said;
  const saved = await db.disclosure.create({
    data: {
      ...rest,
      saidOn: dateOf(happened.day),
      untilDay: until ? dateOf(until) : null,
      staffId: actor.staffId,
      recordedAt: now.moment,
    },
    select: { id: true },
  });
  return saved.id;
}

/** Finance searched for the payment and found it, or did not. */
export async function resolveDisclosure(
  db: Db,
  now: Now,
  disclosureId: number,
  resolution: "found" | "not-found",
): Promise<Outcome<null, "not-found" | "already-resolved">> {
  const said = await db.disclosure.findUnique({ where: { id: disclosureId } });
  if (!said || said.kind !== "already-paid" || said.undoneAt) return refused("not-found");
  if (said.resolvedOn) return refused("already-resolved");
  await db.disclosure.update({
    where: { id: disclosureId },
    data: { resolvedOn: dateOf(now.day), resolution, resolvedAt: now.moment },
  });
  return done(null);
}
