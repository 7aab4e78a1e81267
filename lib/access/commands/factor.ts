import { createHash, randomInt } from "node:crypto";
import { generateSecret, generateURI, verify } from "otplib";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { sealed, unsealed } from "@/lib/platform/seal";
import { failedAt, minutesFor, rightAt } from "@/lib/staff/commands/failures";

export const CODES = "totp";
const RECOVERY_CODES = 10;
/** A code of a minute ago is taken, for clocks that are off; each counts once. */
const TOLERANCE_SECONDS = 30;

const record = async (db: Db, staffId: number, action: string, detail: Record<string, string | number | boolean> = {}) =>
  db.auditEvent.create({ data: { at: (await now(db)).moment, staffId, action: `staff.${action}`, detail } });

/** Begins with an app that makes codes: its secret, to scan or to type over. It asks nothing of anybody until a first code was given. */
export const beginCodes = (
  staffId: number,
): Promise<Outcome<{ secret: string; uri: string }, "codesRunning" | "managedElsewhere">> =>
  inTransaction(async (db) => {
    const staff = await db.staff.findUniqueOrThrow({ where: { id: staffId }, include: { totp: true } });
    if (staff.totp !== null && staff.totp.confirmedAt !== null) return refused("codesRunning");
    if (staff.issuer !== null) return refused("managedElsewhere");
    // Always another one: who saw the one before it was confirmed has nothing by it.
    const secret = generateSecret();
    const row = { secret: sealed(CODES, secret), confirmedAt: null, lastStep: 0n };
    await db.totp.upsert({ where: { staffId }, create: { staffId, ...row }, update: row });
    return done({ secret, uri: generateURI({ issuer: "Aanbel", label: staff.email, secret }) });
  });

/** The step a code belongs to; null when it is none, or was used before. Only of an app that was confirmed, or of one that was not yet. */
async function stepOf(db: Db, staffId: number, code: string, confirmed: boolean): Promise<bigint | null> {
  const [row] = await sqlOf(db)<{ secret: string; last: string }>(
    "SELECT secret, last_step::text AS last FROM totp WHERE staff_id = $1 AND (confirmed_at IS NOT NULL) = $2 FOR UPDATE",
    [staffId, confirmed],
  );
  const secret = row && unsealed(CODES, row.secret);
  if (!row || !secret || !/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(realNow().getTime() / 1000);
  const found = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  if (!found.valid) return null;
  const step = BigInt("timeStep" in found ? found.timeStep : Math.floor(epoch / 30));
  return step > BigInt(row.last) ? step : null;
}

/** Four groups of six signs that cannot be mistaken for one another: 118 bits, so that a plain hash of it says nothing (ASVS 5.0, 6.5.2). */
function recoveryCode(): string {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
const hashOf = (code: string) => createHash("sha256").update(digits(code)).digest("base64url");

/** The first code of the app: from now on it is asked at every sign-in. Answers the recovery codes, this once. */
export const confirmCodes = (
  staffId: number,
  input: { code: string },
): Promise<Outcome<{ recovery: readonly string[] }, "wrongCode" | "codesRunning">> =>
  inTransaction(async (db) => {
    const known = await db.totp.findUnique({ where: { staffId } });
    if (known?.confirmedAt) return refused("codesRunning");
    const lastStep = await stepOf(db, staffId, digits(input.code), false);
    if (lastStep === null) return refused("wrongCode");
    await db.totp.update({ where: { staffId }, data: { confirmedAt: realNow(), lastStep } });
    const recovery = Array.from({ length: RECOVERY_CODES }, recoveryCode);
    await db.recoveryCode.deleteMany({ where: { staffId } });
    await db.recoveryCode.createMany({ data: recovery.map((code) => ({ staffId, hash: hashOf(code) })) });
    await record(db, staffId, "confirmCodes");
    return done({ recovery });
  });

/** As it counts: without what people put between, or leave out. */
const digits = (text: string) => text.replaceAll(/[\s-]/g, "");

/** Codes of this person are counted by themselves: six digits are guessed sooner than a password. */
/** With a space before it, so that no address somebody types is the same. */
const tries = (staffId: number) => ` code:${staffId}`;

/** A code of the app, or one of the recovery codes, each once. Wrong ones make the next wait longer. */
export const giveCode = (
  staffId: number,
  typed: string,
): Promise<Outcome<{ recovery: boolean; left: number | null }, "wrongCode" | "waitToSignIn">> =>
  inTransaction(async (db) => {
    const minutes = await minutesFor(db, tries(staffId));
    if (minutes > 0) return refused("waitToSignIn", { minutes });
    const code = digits(typed).toLowerCase();
    const step = await stepOf(db, staffId, code, true);
    if (step !== null) {
      await db.totp.update({ where: { staffId }, data: { lastStep: step } });
      await rightAt(db, tries(staffId));
      return done({ recovery: false, left: null });
    }
    const used = await db.recoveryCode.updateMany({
      where: { staffId, hash: hashOf(code), usedAt: null },
      data: { usedAt: realNow() },
    });
    if (used.count === 1) {
      await rightAt(db, tries(staffId));
      const left = await db.recoveryCode.count({ where: { staffId, usedAt: null } });
      await record(db, staffId, "usedRecovery", { left });
      return done({ recovery: true, left });
    }
    await failedAt(db, tries(staffId));
    await record(db, staffId, "codeFailed");
    return refused("wrongCode");
  });

/** Does without the app from now on; who has to have a second step is asked for one at the next sign-in. */
export const removeCodes = (staffId: number): Promise<Outcome<{ removed: boolean }>> =>
  inTransaction(async (db) => {
    const { count } = await db.totp.deleteMany({ where: { staffId } });
    await db.recoveryCode.deleteMany({ where: { staffId } });
    if (count > 0) await record(db, staffId, "removeCodes");
    return done({ removed: count > 0 });
  });
