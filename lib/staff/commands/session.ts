import { randomUUID } from "node:crypto";
import type { Actor, Role } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { FAILURES_COUNT_FOR_MS, SESSION_HOURS, waitAfter } from "../domain";
import { hasOwnAdmin } from "../queries";
import { passwordFits } from "./password";

export interface Opened {
  readonly sessionId: string;
  readonly role: Role;
}

/** Minutes left to wait before this address may try again; 0 when it may. */
async function minutesToWait(db: Db, email: string): Promise<number> {
  const since = new Date(realNow().getTime() - FAILURES_COUNT_FOR_MS);
  const failures = await db.signInFailure.findMany({
    where: { email, at: { gt: since } },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const last = failures[0];
  if (!last) return 0;
  const left = last.at.getTime() + waitAfter(failures.length) - realNow().getTime();
  return left > 0 ? Math.ceil(left / 60_000) : 0;
}

/** Checks e-mail and password and opens a session. Tries for one address happen one after another, so that guessing in parallel wins nothing. */
export function openSession(
  typedEmail: string,
  password: string,
  userAgent: string | null,
): Promise<Outcome<Opened, "wrongSignIn" | "waitToSignIn" | "demoClosed">> {
  const email = typedEmail.trim().toLowerCase();
  return inTransaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(7302, hashtext(${email}))`;
    const minutes = await minutesToWait(db, email);
    if (minutes > 0) return refused("waitToSignIn", { minutes });
    const staff = await db.staff.findUnique({ where: { email } });
    const fits = await passwordFits(staff?.active ? staff.passwordHash : null, password);
    if (!staff || !fits) {
      await db.signInFailure.create({ data: { email, at: realNow() } });
      return refused("wrongSignIn");
    }
    if (staff.demo && (await hasOwnAdmin(db))) return refused("demoClosed");
    await db.signInFailure.deleteMany({ where: { email } });
    const start = realNow();
    const session = await db.session.create({
      data: {
        id: randomUUID(),
        staffId: staff.id,
        createdAt: start,
        expiresAt: new Date(start.getTime() + SESSION_HOURS * 3_600_000),
        userAgent: userAgent?.slice(0, 300) ?? null,
      },
    });
    await db.auditEvent.create({ data: { at: (await now(db)).moment, staffId: staff.id, action: "staff.signIn", detail: {} } });
    return done({ sessionId: session.id, role: staff.role as Role });
  });
}

/** Signing out: ends the session of this browser; twice is the same as once. */
export const closeSession = (sessionId: string): Promise<void> =>
  inTransaction(async (db) => {
    await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: realNow() } });
  });

/** An admin signs a colleague out of one browser. */
export const endSession = (actor: Actor, input: { sessionId: string }): Promise<Outcome<{ ended: true }, "sessionUnknown">> =>
  inTransaction(async (db) => {
    const session = await db.session.findUnique({ where: { id: input.sessionId } });
    if (!session) return refused("sessionUnknown");
    if (session.endedAt) return done({ ended: true });
    await db.session.update({ where: { id: session.id }, data: { endedAt: realNow() } });
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "staff.endSession", detail: { of: session.staffId } },
    });
    return done({ ended: true });
  });
