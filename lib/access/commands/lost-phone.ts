import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { endAll, voidLinks } from "@/lib/staff/commands/session";

/** A colleague lost their phone: app, recovery codes and passkeys are worth nothing any more, and every session is over. */
export const resetSteps = (actor: Actor, input: { staffId: number }): Promise<Outcome<{ staffId: number }, "staffUnknown">> =>
  inTransaction(async (db) => {
    const { staffId } = input;
    if (!(await db.staff.findUnique({ where: { id: staffId }, select: { id: true } }))) return refused("staffUnknown");
    await db.totp.deleteMany({ where: { staffId } });
    await db.recoveryCode.deleteMany({ where: { staffId } });
    await db.passkey.deleteMany({ where: { staffId } });
    await db.knownBrowser.deleteMany({ where: { staffId } });
    await endAll(db, staffId);
    await voidLinks(db, staffId);
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "staff.resetSteps", detail: { of: staffId } },
    });
    return done({ staffId });
  });
