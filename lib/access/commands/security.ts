import type { Actor, Role } from "@/lib/auth/actor";
import { done, type Outcome } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { security } from "@/lib/staff/queries/security";

/** For which roles a second step is demanded; who is signed in without one is asked at the next sign-in. */
export const setSecurity = (actor: Actor, input: { factorFor: Role[] }): Promise<Outcome<{ factorFor: Role[] }>> =>
  inTransaction(async (db) => {
    const before = await security(db);
    const value = { ...before, factorFor: input.factorFor };
    await db.setting.upsert({ where: { key: "security" }, create: { key: "security", value }, update: { value } });
    const detail = { before: [...before.factorFor], after: input.factorFor };
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "staff.setSecurity", detail },
    });
    return done({ factorFor: input.factorFor });
  });
