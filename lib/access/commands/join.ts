import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { endAll } from "@/lib/staff/commands/session";

const JOIN_HOURS = 24;

/**
 * From an account with a password here to one of the organisation, or back. Over: for a day, whoever signs in there with this e-mail gets
 * this account. Back: the account is the corporation's own again, without a way in until it has a link.
 */
export const moveAccount = (
  actor: Actor,
  input: { staffId: number; to: "organisation" | "here" },
): Promise<Outcome<{ staffId: number }, "staffUnknown" | "notYourself">> =>
  inTransaction(async (db) => {
    const { staffId, to } = input;
    if (staffId === actor.staffId) return refused("notYourself");
    if (!(await db.staff.findUnique({ where: { id: staffId }, select: { id: true } }))) return refused("staffUnknown");
    const until = new Date(realNow().getTime() + JOIN_HOURS * 3_600_000);
    if (to === "organisation") await db.staff.update({ where: { id: staffId }, data: { mayJoinUntil: until } });
    else {
      await db.staff.update({ where: { id: staffId }, data: { issuer: null, externalId: null, mayJoinUntil: null } });
      await endAll(db, staffId);
    }
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "access.moveAccount", detail: { of: staffId, to } },
    });
    return done({ staffId });
  });
