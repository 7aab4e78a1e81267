import { createHash, randomBytes } from "node:crypto";
import type { Actor, Role } from "@/lib/auth/actor";
import { done, type Outcome } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { endAll } from "@/lib/staff/commands/session";
import { firstNameOf, roleOf } from "../domain/identity";
import type { ScimUser } from "../domain/scim";
import type { Organisation } from "../queries/organisation";
import { SCIM_KEY } from "../queries/scim";
import { changeRole, joined } from "./organisation";

/** Of nobody is more taken than of who has no role: a caretaker without buildings. The role of the sign-in decides (`comeIn`). */
const LEAST: Role = "caretaker";

/** A key with which the organisation's directory keeps our accounts up to date; shown once, and the one before is worth nothing. */
export const makeScimKey = (actor: Actor): Promise<Outcome<{ key: string }>> =>
  inTransaction(async (db) => {
    const key = randomBytes(32).toString("base64url");
    const value = { hash: createHash("sha256").update(key).digest("base64url") };
    await db.setting.upsert({ where: { key: SCIM_KEY }, create: { key: SCIM_KEY, value }, update: { value } });
    await record(db, actor.staffId, "makeScimKey", {});
    return done({ key });
  });

const record = async (db: Db, staffId: number | null, action: string, detail: Record<string, string | number | boolean>) =>
  db.auditEvent.create({ data: { at: (await now(db)).moment, staffId, action: `access.${action}`, detail } });

export type ScimRefusal = "uniqueness" | "invalidValue" | "notFound";

/** A place for somebody of the organisation, known by the provider's id; one that has that id already is a conflict, never taken over. */
export const addUser = (there: Organisation, user: ScimUser): Promise<number | ScimRefusal> =>
  inTransaction(async (db) => {
    const { externalId, userName, active = true } = user;
    const email = userName?.toLowerCase();
    if (!externalId || !email || !/^[^@\s]+@[^@\s]+$/.test(email)) return "invalidValue";
    await db.$executeRaw`SELECT pg_advisory_xact_lock(7303, hashtext(${externalId}))`;
    const over = await joined(db, { iss: there.issuer, email }, externalId);
    if (over) return over.id;
    const taken = await db.staff.count({ where: { OR: [{ email }, { issuer: there.issuer, externalId }] } });
    if (taken > 0) return "uniqueness";
    const name = (user.name ?? email).slice(0, 100);
    const firstName = firstNameOf({ name, givenName: user.givenName, email });
    const role = roleOf(user.roles ?? [], there.roles) ?? LEAST;
    const { id } = await db.staff.create({
      data: { email, name, firstName, role, active, issuer: there.issuer, externalId },
    });
    await db.buildingCaretaker.updateMany({
      where: { staffId: null, email: { equals: email, mode: "insensitive" } },
      data: { staffId: id },
    });
    await record(db, null, "scimAdd", { of: id, role, active });
    return id;
  });

/** Only people of the organisation; an account with a password here is none of theirs. */
const theirs = (db: Db, there: Organisation, id: number) =>
  db.staff.findFirst({ where: { id, issuer: there.issuer }, select: { id: true, role: true, active: true, email: true } });

/** Changes what is said; taking a place away ends every session in the same transaction. */
export const changeUser = (there: Organisation, id: number, user: ScimUser): Promise<number | ScimRefusal> =>
  inTransaction(async (db) => {
    const staff = await theirs(db, there, id);
    if (!staff) return "notFound";
    const email = user.userName?.toLowerCase();
    if (email !== undefined && !/^[^@\s]+@[^@\s]+$/.test(email)) return "invalidValue";
    const { externalId } = user;
    const others = [
      ...(email === undefined ? [] : [{ email }]),
      ...(externalId === undefined ? [] : [{ issuer: there.issuer, externalId }]),
    ];
    if (others.length > 0 && (await db.staff.count({ where: { NOT: { id }, OR: others } })) > 0) return "uniqueness";
    await db.staff.update({
      where: { id },
      data: {
        ...(email !== undefined && { email }),
        ...(externalId !== undefined && { externalId }),
        ...(user.name !== undefined && { name: user.name.slice(0, 100) }),
        ...(user.givenName !== undefined && { firstName: user.givenName.slice(0, 50) }),
        ...(user.active !== undefined && { active: user.active }),
      },
    });
    if (user.active === false) await endAll(db, id);
    if (user.roles !== undefined) {
      const role = roleOf(user.roles, there.roles) ?? LEAST;
      if (role !== staff.role) await changeRole(db, staff, role);
    }
    if (user.active !== undefined && user.active !== staff.active)
      await record(db, null, "scimActive", { of: id, active: user.active });
    return id;
  });

/** Deleted there is a place taken away here: what they did stays theirs. */
export const removeUser = (there: Organisation, id: number): Promise<number | ScimRefusal> =>
  changeUser(there, id, { active: false });
