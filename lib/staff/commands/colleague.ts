import type { Actor } from "@/lib/auth/actor";
import type { Language } from "@/lib/i18n/language";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { type PasswordProblem, passwordProblem } from "@/lib/platform/strength";
import { FIRST_PASSWORD_DAYS } from "../domain/sign-in";
import type { NewStaff } from "../schema";
import { endAll, voidLinks } from "./session";

const record = async (db: Db, actor: Actor, action: string, detail: Record<string, string | number | boolean>) =>
  db.auditEvent.create({ data: { at: (await now(db)).moment, staffId: actor.staffId, action: `staff.${action}`, detail } });

/** Given by somebody else: its owner sets their own with it, within a week. */
const given = () => ({
  mustChangePassword: true,
  firstPasswordUntil: new Date(realNow().getTime() + FIRST_PASSWORD_DAYS * 86_400_000),
});

/** Adds a colleague who can sign in from now on, first of all to set a password of their own. A caretaker's buildings come from the building file, by e-mail. */
export async function addStaff(
  actor: Actor,
  input: NewStaff,
): Promise<Outcome<{ staffId: number; name: string }, "emailTaken" | PasswordProblem>> {
  const weak = passwordProblem(input.password, [input.name, input.email]);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (db) => {
    const { email, name, firstName, role } = input;
    await db.$executeRaw`SELECT pg_advisory_xact_lock(7303, hashtext(${email}))`;
    if (await db.staff.findUnique({ where: { email } })) return refused("emailTaken", { email });
    const staff = await db.staff.create({
      data: { email, name, firstName, role, phone: input.phone ?? null, passwordHash, ...given() },
    });
    await db.buildingCaretaker.updateMany({
      where: { staffId: null, email: { equals: email, mode: "insensitive" } },
      data: { staffId: staff.id },
    });
    await record(db, actor, "addStaff", { of: staff.id, role });
    return done({ staffId: staff.id, name });
  });
}

/** Takes a colleague's place away, or gives it back. Their work stays; their sessions end at once. */
export const setActive = (
  actor: Actor,
  input: { staffId: number; active: boolean },
): Promise<Outcome<{ staffId: number }, "staffUnknown" | "notYourself">> =>
  inTransaction(async (db) => {
    if (input.staffId === actor.staffId) return refused("notYourself");
    const staff = await db.staff.findUnique({ where: { id: input.staffId } });
    if (!staff) return refused("staffUnknown");
    await db.staff.update({ where: { id: staff.id }, data: { active: input.active } });
    if (!input.active) {
      await endAll(db, staff.id);
      await voidLinks(db, staff.id);
    }
    await record(db, actor, "setActive", { of: staff.id, active: input.active });
    return done({ staffId: staff.id });
  });

/** Sets a first password anew, and ends every session that began with the old one. Its owner sets their own with it. */
export async function setPassword(
  actor: Actor,
  input: { staffId: number; password: string },
): Promise<Outcome<{ staffId: number }, "staffUnknown" | "managedElsewhere" | PasswordProblem>> {
  const weak = passwordProblem(input.password);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (db) => {
    const staff = await db.staff.findUnique({ where: { id: input.staffId } });
    if (!staff) return refused("staffUnknown");
    if (staff.issuer !== null) return refused("managedElsewhere");
    await db.staff.update({ where: { id: staff.id }, data: { passwordHash, ...given() } });
    await db.signInFailure.deleteMany({ where: { email: staff.email } });
    await endAll(db, staff.id);
    await voidLinks(db, staff.id);
    await record(db, actor, "setPassword", { of: staff.id });
    return done({ staffId: staff.id });
  });
}

/** The language of the screens for whoever is signed in. */
export const chooseLanguage = (actor: Actor, input: { language: Language }): Promise<Outcome<{ language: Language }>> =>
  inTransaction(async (db) => {
    if (actor.staffId !== null) await db.staff.update({ where: { id: actor.staffId }, data: { language: input.language } });
    return done({ language: input.language });
  });
