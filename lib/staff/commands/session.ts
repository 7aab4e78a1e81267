import { randomBytes, randomUUID } from "node:crypto";
import type { Actor, Role } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { passwordFits } from "@/lib/platform/password";
import { Busy } from "@/lib/platform/turns";
import { SESSION_HOURS, type Stage, stageOf } from "../domain/sign-in";
import { demandsFactor } from "../queries/security";
import { hasOwnAdmin } from "../queries/staff";
import { browserHash, type From, holdCount, knownBrowser, minutesToWait } from "./failures";

export interface Opened {
  readonly sessionId: string;
  readonly role: Role;
  /** What is left to do; `open`: nothing. */
  readonly stage: Stage;
  /** What the browser keeps to be known again, when it was not. */
  readonly browser: string | null;
}
export type Method = "password" | "passkey" | "organisation";

/** A try is written down as failed before the password is looked at, and taken away when it was right: so many at once count as many. */
async function claimTry(email: string, from: From): Promise<Outcome<{ id: number; browser: string | null }, "waitToSignIn">> {
  return inTransaction(async (db) => {
    const browser = await knownBrowser(db, email, from);
    if (browser === null && from.address !== null) await holdCount(db, from.address);
    await holdCount(db, email);
    const minutes = await minutesToWait(db, email, from.address, browser);
    if (minutes > 0) return refused("waitToSignIn", { minutes });
    const { id } = await db.signInFailure.create({ data: { email, address: from.address, browser, at: realNow() } });
    return done({ id, browser });
  });
}

/** Checks e-mail and password and opens a session, which may still ask for more. Unknown addresses take as long and hear the same. */
export async function openSession(
  typedEmail: string,
  password: string,
  from: From,
): Promise<Outcome<Opened, "wrongSignIn" | "waitToSignIn" | "demoClosed" | "busySigningIn" | "firstPasswordOver">> {
  const email = typedEmail.trim().toLowerCase();
  const claimed = await claimTry(email, from);
  if (!claimed.ok) {
    log.warn({ address: from.address }, "a sign-in has to wait");
    return claimed;
  }
  const staff = await inTransaction((db) => db.staff.findUnique({ where: { email } }));
  let fits: boolean;
  try {
    fits = await passwordFits(staff?.active ? staff.passwordHash : null, password);
  } catch (fault) {
    if (!(fault instanceof Busy)) throw fault;
    await inTransaction((db) => db.signInFailure.deleteMany({ where: { id: claimed.value.id } }));
    return refused("busySigningIn");
  }
  if (!staff || !fits) {
    log.warn({ address: from.address, staffId: staff?.id ?? null }, "a sign-in failed");
    await inTransaction(async (db) => {
      const detail = { address: from.address, known: staff !== null };
      await db.auditEvent.create({
        data: { at: (await now(db)).moment, staffId: staff?.id ?? null, action: "staff.signInFailed", detail },
      });
    });
    return refused("wrongSignIn");
  }
  return inTransaction(async (db) => {
    // It took a while: a password that was changed meanwhile, or a place that was taken away, opens nothing.
    await db.$executeRaw`SELECT id FROM staff WHERE id = ${staff.id} FOR UPDATE`;
    const now = await db.staff.findUnique({ where: { id: staff.id } });
    if (!now?.active || now.passwordHash !== staff.passwordHash) return refused("wrongSignIn");
    if (staff.demo && (await hasOwnAdmin(db))) return refused("demoClosed");
    // Only who has the right one hears that it is over.
    if (now.mustChangePassword && now.firstPasswordUntil && now.firstPasswordUntil < realNow())
      return refused("firstPasswordOver");
    await db.signInFailure.deleteMany({ where: { email, browser: claimed.value.browser } });
    return done(await beginSession(db, staff.id, "password", from));
  });
}

/** Opens a session for who proved who they are, as far as their steps go. */
export async function beginSession(db: Db, staffId: number, method: Method, from: From): Promise<Opened> {
  const staff = await db.staff.findUniqueOrThrow({ where: { id: staffId }, include: { totp: true } });
  const hasTotp = staff.totp !== null && staff.totp.confirmedAt !== null;
  const hasFactor = hasTotp || (await db.passkey.count({ where: { staffId } })) > 0;
  // Who comes by a passkey or through the organisation did a second step there.
  const byPassword = method === "password";
  const stage = stageOf({
    factorWaits: byPassword && hasFactor,
    hasFactor,
    mustChangePassword: byPassword && staff.mustChangePassword,
    factorDemanded: byPassword && (await demandsFactor(db, staff.role as Role)),
  });
  const start = realNow();
  const known = await knownBrowser(db, staff.email, from);
  const browser = known === null ? randomBytes(24).toString("base64url") : null;
  const hash = known ?? browserHash(browser ?? "");
  // Known only once every step was taken.
  if (stage === "open") await rememberBrowser(db, staffId, hash, start);
  const session = await db.session.create({
    data: {
      id: randomUUID(),
      staffId,
      createdAt: start,
      lastSeenAt: start,
      authenticatedAt: start,
      expiresAt: new Date(start.getTime() + SESSION_HOURS * 3_600_000),
      userAgent: from.agent?.slice(0, 300) ?? null,
      stage,
      method,
    },
  });
  await db.auditEvent.create({
    data: { at: (await now(db)).moment, staffId, action: "staff.signIn", detail: { method, stage } },
  });
  return { sessionId: session.id, role: staff.role as Role, stage, browser };
}

const rememberBrowser = (db: Db, staffId: number, hash: string, seenAt: Date) =>
  db.knownBrowser.upsert({
    where: { staffId_hash: { staffId, hash } },
    create: { staffId, hash, seenAt },
    update: { seenAt },
  });

/**
 * A step was taken: the session goes on under a new id, so that one that was seen before is worth nothing (ASVS 5.0, 7.2.4).
 * Answers the new id and what is left.
 */
export async function nextStep(db: Db, sessionId: string, browser: string | null): Promise<{ sessionId: string; stage: Stage }> {
  const before = await db.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { staff: { include: { totp: true } } },
  });
  const { staff } = before;
  const hasFactor =
    (staff.totp !== null && staff.totp.confirmedAt !== null) || (await db.passkey.count({ where: { staffId: staff.id } })) > 0;
  const stage = stageOf({
    factorWaits: false,
    hasFactor,
    mustChangePassword: staff.mustChangePassword,
    factorDemanded: await demandsFactor(db, staff.role as Role),
  });
  const at = realNow();
  const { id: _, staff: __, ...same } = before;
  const { count } = await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: at } });
  // It ended meanwhile, or another took the step: then this one opens nothing, and who asks finds a session that is over.
  if (count !== 1) return { sessionId, stage };
  const next = await db.session.create({ data: { ...same, id: randomUUID(), stage, lastSeenAt: at, authenticatedAt: at } });
  if (stage === "open" && browser !== null) await rememberBrowser(db, staff.id, browserHash(browser), at);
  return { sessionId: next.id, stage };
}

/** The same, as an act of its own. */
export const takeStep = (sessionId: string, browser: string | null) => inTransaction((db) => nextStep(db, sessionId, browser));

/** Links that were made for a password are worth nothing any more. */
export const voidLinks = (db: Db, staffId: number) =>
  db.passwordLink.updateMany({ where: { staffId, usedAt: null }, data: { usedAt: realNow() } });

/** Every session of this colleague is over; but one, when that is named. */
export const endAll = (db: Db, staffId: number, but?: string) =>
  db.session.updateMany({
    where: { staffId, endedAt: null, ...(but !== undefined && { NOT: { id: but } }) },
    data: { endedAt: realNow() },
  });

/** Signing out: ends the session of this browser; twice is the same as once. */
export const closeSession = (sessionId: string): Promise<void> =>
  inTransaction(async (db) => {
    await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: realNow() } });
  });

/** Signs out of one browser: one's own, or as an admin a colleague's. */
export const endSession = (actor: Actor, input: { sessionId: string }): Promise<Outcome<{ ended: true }, "sessionUnknown">> =>
  inTransaction(async (db) => {
    const session = await db.session.findUnique({ where: { id: input.sessionId } });
    if (!session || (actor.role !== "admin" && session.staffId !== actor.staffId)) return refused("sessionUnknown");
    if (session.endedAt) return done({ ended: true });
    await db.session.update({ where: { id: session.id }, data: { endedAt: realNow() } });
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "staff.endSession", detail: { of: session.staffId } },
    });
    return done({ ended: true });
  });
