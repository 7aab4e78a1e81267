import type { Actor, Role } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { sealed } from "@/lib/platform/seal";
import type { From } from "@/lib/staff/commands/failures";
import { beginSession, endAll } from "@/lib/staff/commands/session";
import { type Claims, externalIdOf, firstNameOf, roleOf } from "../domain/identity";
import { ORGANISATION, organisation } from "../queries/organisation";
import type { OrganisationInput } from "../schema";

/** Where people of the organisation sign in. Without a new secret the one before stays. */
export const setOrganisation = (
  actor: Actor,
  { secret, ...input }: OrganisationInput,
): Promise<Outcome<{ name: string }, "secretMissing">> =>
  inTransaction(async (db) => {
    const row = await db.setting.findUnique({ where: { key: ORGANISATION } });
    const before = (row?.value ?? {}) as { secret?: string };
    const kept = secret ? sealed(ORGANISATION, secret) : before.secret;
    if (!kept) return refused("secretMissing");
    const value = { ...input, secret: kept };
    await db.setting.upsert({ where: { key: ORGANISATION }, create: { key: ORGANISATION, value }, update: { value } });
    const { name, issuer, clientId, roles } = input;
    const detail = { name, issuer, clientId, roles: JSON.stringify(roles), newSecret: secret !== undefined };
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "access.setOrganisation", detail },
    });
    return done({ name });
  });

/** People sign in here only, from now on. Who has no password here cannot sign in until they are let go (`separate`) and have a link. */
export const removeOrganisation = (actor: Actor): Promise<Outcome<{ removed: boolean }>> =>
  inTransaction(async (db) => {
    const { count } = await db.setting.deleteMany({ where: { key: ORGANISATION } });
    await db.session.updateMany({ where: { method: "organisation", endedAt: null }, data: { endedAt: realNow() } });
    await db.auditEvent.create({
      data: { at: (await now(db)).moment, staffId: actor.staffId, action: "access.removeOrganisation", detail: {} },
    });
    return done({ removed: count > 0 });
  });

/**
 * Somebody comes from the organisation, whose provider proved who they are: they get the role their app role says, today. Who was not known
 * yet gets a place; an account that only has the same e-mail is never theirs.
 */
export const comeIn = (
  claims: Claims,
  from: From,
): Promise<Outcome<{ sessionId: string }, "noRole" | "emailTaken" | "noEmail" | "notActive" | "noOrganisation">> =>
  inTransaction(async (db) => {
    const known = await organisation(db);
    if (!known || known.issuer !== claims.iss) return refused("noOrganisation");
    const externalId = externalIdOf(claims);
    await db.$executeRaw`SELECT pg_advisory_xact_lock(7303, hashtext(${externalId}))`;
    const role = roleOf(claims.roles ?? [], known.roles);
    const staff =
      (await db.staff.findFirst({ where: { issuer: claims.iss, externalId } })) ?? (await joined(db, claims, externalId));
    if (!role) {
      // The organisation took their role away: what was open is over too.
      if (staff) await endAll(db, staff.id);
      return refused("noRole");
    }
    if (staff && !staff.active) return refused("notActive");
    const staffId = staff?.id ?? (await makePlace(db, claims, externalId, role));
    if (typeof staffId === "string") return refused(staffId);
    if (staff && staff.role !== role) await changeRole(db, staff, role);
    const { sessionId } = await beginSession(db, staffId, "organisation", from);
    // Without word of when they proved who they are, that was long ago: being signed in there is no proof that it is them now.
    const proved = new Date(Math.min((claims.auth_time ?? 0) * 1000, realNow().getTime()));
    await db.session.update({ where: { id: sessionId }, data: { authenticatedAt: proved } });
    return done({ sessionId });
  });

/** An account with this e-mail that an administrator let go over to the organisation, today: theirs from now on, without a password here. */
export async function joined(
  db: Db,
  { iss, email, preferred_username }: Pick<Claims, "iss" | "email" | "preferred_username">,
  externalId: string,
) {
  const address = (email ?? preferred_username ?? "").trim().toLowerCase();
  const staff = await db.staff.findFirst({ where: { email: address, issuer: null, mayJoinUntil: { gt: realNow() } } });
  if (!staff) return null;
  const staffId = staff.id;
  await db.totp.deleteMany({ where: { staffId } });
  await db.recoveryCode.deleteMany({ where: { staffId } });
  await db.passkey.deleteMany({ where: { staffId } });
  await endAll(db, staffId);
  await db.auditEvent.create({ data: { at: (await now(db)).moment, staffId, action: "access.joined", detail: {} } });
  return db.staff.update({ where: { id: staffId }, data: { issuer: iss, externalId, passwordHash: null, mayJoinUntil: null } });
}

async function makePlace(db: Db, claims: Claims, externalId: string, role: Role): Promise<number | "emailTaken" | "noEmail"> {
  const email = (claims.email ?? claims.preferred_username ?? "").trim().toLowerCase();
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return "noEmail";
  if (await db.staff.findUnique({ where: { email }, select: { id: true } })) return "emailTaken";
  const name = claims.name?.trim() || email;
  const firstName = firstNameOf({ name, givenName: claims.given_name, email });
  const { id } = await db.staff.create({
    data: { email, name: name.slice(0, 100), firstName, role, issuer: claims.iss, externalId },
  });
  await db.buildingCaretaker.updateMany({
    where: { staffId: null, email: { equals: email, mode: "insensitive" } },
    data: { staffId: id },
  });
  await db.auditEvent.create({
    data: { at: (await now(db)).moment, staffId: id, action: "access.comeIn", detail: { role } },
  });
  return id;
}

/** Another role sees other things: whatever is open under the one before is over. */
export async function changeRole(db: Db, staff: { readonly id: number; readonly role: string }, role: Role): Promise<void> {
  await db.staff.update({ where: { id: staff.id }, data: { role } });
  await endAll(db, staff.id);
  await db.auditEvent.create({
    data: {
      ...{ at: (await now(db)).moment, staffId: staff.id, action: "access.changeRole" },
      detail: { before: staff.role, after: role },
    },
  });
}
