import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";

/** Keeps everything of somebody for now, whatever term is over; with why. */
export const holdPerson = (
  actor: Actor,
  { personId, reason }: { personId: number; reason: string },
): Promise<Outcome<{ holdId: number }, "not-found" | "erased" | "held">> =>
  inTransaction(async (db) => {
    const { moment } = await now(db);
    const person = await db.person.findUnique({ where: { id: personId }, select: { erasedAt: true } });
    if (!person) return refused("not-found");
    if (person.erasedAt) return refused("erased");
    if ((await db.legalHold.count({ where: { personId, endedAt: null } })) > 0) return refused("held");
    const { id } = await db.legalHold.create({ data: { personId, reason, staffId: actor.staffId, recordedAt: moment } });
    await db.auditEvent.create({ data: { at: moment, staffId: actor.staffId, action: "privacy.hold", detail: { personId } } });
    return done({ holdId: id });
  });

/** From now on the terms count again. */
export const endHold = (actor: Actor, { holdId }: { holdId: number }): Promise<Outcome<{ ended: boolean }>> =>
  inTransaction(async (db) => {
    const { moment } = await now(db);
    const { count } = await db.legalHold.updateMany({
      where: { id: holdId, endedAt: null },
      data: { endedAt: moment, endedBy: actor.staffId },
    });
    if (count > 0)
      await db.auditEvent.create({ data: { at: moment, staffId: actor.staffId, action: "privacy.endHold", detail: { holdId } } });
    return done({ ended: count > 0 });
  });
