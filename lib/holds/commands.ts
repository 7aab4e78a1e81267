import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Policy } from "@/lib/rules/policy";
import { type HoldReason, mayHold } from "./domain";

interface NewHold {
  readonly tenancyId: number;
  readonly reason: HoldReason;
  readonly charges: readonly string[];
  readonly reviewOn: Day;
  readonly note?: string;
}

/**
 * Pauses named charges until a review day.
 * @param open ids of the charges that are open, overdue or not
 */
export async function startHold(db: Db, actor: Actor, now: Now, hold: NewHold, open: readonly string[], policy: Policy) {
  const running = await db.hold.findMany({ where: { tenancyId: hold.tenancyId, endedOn: null }, include: { charges: true } });
  const held = running.flatMap((one) => one.charges.map((charge) => charge.entryId.toString()));
  const allowed = mayHold(now.day, hold.reviewOn, hold.charges, open, held, policy);
  if (!allowed.ok) return allowed;
  return done(await saveHold(db, actor, now, hold));
}

/** Pauses everything that is open now and not yet paused, for a reason the desk does not weigh: a death heard of, help accepted. Null when nothing is open. */
export async function holdAll(
  db: Db,
  actor: Actor,
  now: Now,
  hold: Omit<NewHold, "charges">,
  open: readonly string[],
): Promise<number | null> {
  const running = await db.hold.findMany({ where: { tenancyId: hold.tenancyId, endedOn: null }, include: { charges: true } });
  const held = new Set(running.flatMap((one) => one.charges.map((charge) => charge.entryId.toString())));
  const charges = open.filter((charge) => !held.has(charge));
  return charges.length === 0 ? null : (await saveHold(db, actor, now, { ...hold, charges })).holdId;
}

async function saveHold(db: Db, actor: Actor, now: Now, hold: NewHold): Promise<{ holdId: number }> {
  const saved = await db.hold.create({
    data: {
      tenancyId: hold.tenancyId,
      reason: hold.reason,
      note: hold.note ?? null,
      fromDay: dateOf(now.day),
      reviewOn: dateOf(hold.reviewOn),
      staffId: actor.staffId,
      recordedAt: now.moment,
      charges: { create: hold.charges.map((charge) => ({ entryId: BigInt(charge) })) },
    },
  });
  return { holdId: saved.id };
}

export async function endHold(db: Db, now: Now, holdId: number): Promise<Outcome<null, "hold-ended">> {
  const { count } = await db.hold.updateMany({
    where: { id: holdId, endedOn: null },
    data: { endedOn: dateOf(now.day), endedAt: now.moment },
  });
  return count === 1 ? done(null) : refused("hold-ended");
}

/** Ends the pause that waited for a death to be checked. */
export async function endDeathHolds(db: Db, now: Now, tenancyId: number): Promise<void> {
  await db.hold.updateMany({
    where: { tenancyId, reason: "deceased", endedOn: null },
    data: { endedOn: dateOf(now.day), endedAt: now.moment },
  });
}
