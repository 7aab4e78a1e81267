import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { hashPassword, passwordFits } from "@/lib/platform/password";
import { type PasswordProblem, passwordProblem } from "@/lib/platform/strength";
import { Busy } from "@/lib/platform/turns";
import { type From, failedAt, minutesFor, rightAt } from "@/lib/staff/commands/failures";
import { endAll, nextStep } from "@/lib/staff/commands/session";

const LINK_HOURS = 24;

const record = async (db: Db, staffId: number | null, action: string, of: number) =>
  db.auditEvent.create({ data: { at: (await now(db)).moment, staffId, action: `staff.${action}`, detail: { of } } });

/** What is wrong with a new password of this colleague. */
const problemFor = (staff: { name: string; email: string }, password: string) =>
  passwordProblem(password, [staff.name, staff.email]);

/**
 * Sets one's own password. It asks for the one before, also of who stands in the middle of signing in: a screen left open is nobody's
 * licence. Every other session is over; this one goes on under a new id.
 */
export async function changePassword(
  who: { readonly staffId: number; readonly sessionId: string },
  input: { current: string; password: string },
  from: From,
): Promise<
  Outcome<
    { sessionId: string; stage: string },
    "wrongPassword" | "busySigningIn" | "waitToSignIn" | "samePassword" | "managedElsewhere" | PasswordProblem
  >
> {
  const staff = await inTransaction((db) => db.staff.findUniqueOrThrow({ where: { id: who.staffId } }));
  if (staff.issuer !== null) return refused("managedElsewhere");
  // With a space before it, so that no address somebody types is the same.
  const tries = ` password:${staff.id}`;
  const minutes = await inTransaction(async (db) => {
    const left = await minutesFor(db, tries);
    // Written down first, and taken away when it was right: so many at once count as many.
    if (left === 0) await failedAt(db, tries);
    return left;
  });
  if (minutes > 0) return refused("waitToSignIn", { minutes });
  const fits = await passwordFits(staff.passwordHash, input.current).catch((fault: unknown) => {
    if (fault instanceof Busy) return null;
    throw fault;
  });
  if (fits === false) return refused("wrongPassword");
  await inTransaction((db) => rightAt(db, tries));
  if (fits === null) return refused("busySigningIn");
  if (input.current === input.password) return refused("samePassword");
  const weak = problemFor(staff, input.password);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (db) => {
    await db.staff.update({ where: { id: staff.id }, data: { passwordHash, mustChangePassword: false } });
    const next = await nextStep(db, who.sessionId, from.browser);
    await endAll(db, staff.id, next.sessionId);
    await db.passwordLink.updateMany({ where: { staffId: staff.id, usedAt: null }, data: { usedAt: realNow() } });
    await record(db, staff.id, "changePassword", staff.id);
    return done(next);
  });
}

const hashOf = (word: string) => createHash("sha256").update(word).digest("base64url");

/** A link with which a colleague sets a password of their own: once, and for a day. Those made before are worth nothing any more. */
export const makePasswordLink = (
  actor: Actor,
  input: { staffId: number },
): Promise<Outcome<{ word: string }, "staffUnknown" | "managedElsewhere">> =>
  inTransaction(async (db) => {
    const staff = await db.staff.findUnique({ where: { id: input.staffId } });
    if (!staff?.active) return refused("staffUnknown");
    if (staff.issuer !== null) return refused("managedElsewhere");
    const at = realNow();
    await db.passwordLink.updateMany({ where: { staffId: staff.id, usedAt: null }, data: { usedAt: at } });
    const word = randomBytes(24).toString("base64url");
    await db.passwordLink.create({
      data: {
        hash: hashOf(word),
        staffId: staff.id,
        madeBy: actor.staffId,
        expiresAt: new Date(at.getTime() + LINK_HOURS * 3_600_000),
      },
    });
    await record(db, actor.staffId, "makePasswordLink", staff.id);
    return done({ word });
  });

/** Sets the password behind a link. A second step that was set up is still asked at the next sign-in. */
export async function usePasswordLink(input: {
  word: string;
  password: string;
}): Promise<Outcome<{ email: string }, "linkOver" | PasswordProblem>> {
  const where = { hash: hashOf(input.word), usedAt: null, expiresAt: { gt: realNow() }, staff: { active: true, issuer: null } };
  const link = await inTransaction((db) => db.passwordLink.findFirst({ where, include: { staff: true } }));
  if (!link) return refused("linkOver");
  const weak = problemFor(link.staff, input.password);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (db) => {
    const { count } = await db.passwordLink.updateMany({ where: { hash: link.hash, usedAt: null }, data: { usedAt: realNow() } });
    if (count === 0) return refused("linkOver");
    await db.staff.update({ where: { id: link.staffId }, data: { passwordHash, mustChangePassword: false } });
    await db.signInFailure.deleteMany({ where: { email: link.staff.email } });
    await endAll(db, link.staffId);
    await record(db, link.staffId, "usePasswordLink", link.staffId);
    return done({ email: link.staff.email });
  });
}
