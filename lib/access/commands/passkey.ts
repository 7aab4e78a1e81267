import { randomUUID } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Place } from "@/lib/auth/place";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now, realNow } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import type { From } from "@/lib/staff/commands/failures";
import { beginSession, type Opened } from "@/lib/staff/commands/session";
import { hasOwnAdmin } from "@/lib/staff/queries/staff";

const CHALLENGE_MS = 5 * 60_000;

async function challengeKept(db: Db, challenge: string, staffId: number | null): Promise<string> {
  const at = realNow();
  await db.passkeyChallenge.deleteMany({ where: { madeAt: { lt: new Date(at.getTime() - CHALLENGE_MS) } } });
  const { id } = await db.passkeyChallenge.create({ data: { id: randomUUID(), challenge, staffId, madeAt: at } });
  return id;
}

/** Takes a challenge away and answers it: each is signed once, and by whom it was made for. */
async function challengeOf(db: Db, id: string, staffId: number | null): Promise<string | null> {
  const kept = await db.passkeyChallenge.findUnique({ where: { id } });
  if (!kept) return null;
  const { count } = await db.passkeyChallenge.deleteMany({ where: { id } });
  const fresh = realNow().getTime() - kept.madeAt.getTime() < CHALLENGE_MS;
  return count === 1 && fresh && kept.staffId === staffId ? kept.challenge : null;
}

/** What the browser needs to make a passkey on this device. */
export async function askPasskey(
  staffId: number,
  { host }: Place,
): Promise<Outcome<{ challengeId: string; options: PublicKeyCredentialCreationOptionsJSON }, "managedElsewhere">> {
  return inTransaction(async (db) => {
    const staff = await db.staff.findUniqueOrThrow({ where: { id: staffId }, include: { passkeys: true } });
    if (staff.issuer !== null) return refused("managedElsewhere");
    const options = await generateRegistrationOptions({
      rpName: "Aanbel",
      rpID: host,
      userName: staff.email,
      userDisplayName: staff.name,
      userID: new TextEncoder().encode(`aanbel-${staff.id}`),
      excludeCredentials: staff.passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    return done({ challengeId: await challengeKept(db, options.challenge, staffId), options });
  });
}

/** Keeps the passkey that was made; refused when it was not made here and now by this colleague. */
export async function addPasskey(
  staffId: number,
  input: { challengeId: string; response: RegistrationResponseJSON; name: string },
  { host, origin }: Place,
): Promise<Outcome<{ name: string }, "passkeyRefused">> {
  const expectedChallenge = await inTransaction((db) => challengeOf(db, input.challengeId, staffId));
  if (expectedChallenge === null) return refused("passkeyRefused");
  const { response, name } = input;
  const made = await verifyRegistrationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: host },
    requireUserVerification: true,
  }).catch(() => null);
  if (!made?.verified || !made.registrationInfo) return refused("passkeyRefused");
  const { credential } = made.registrationInfo;
  return inTransaction(async (db) => {
    const staff = await db.staff.findUniqueOrThrow({ where: { id: staffId } });
    if (staff.issuer !== null || (await db.passkey.findUnique({ where: { credentialId: credential.id } })))
      return refused("passkeyRefused");
    // An app that was begun with and never confirmed is worth nothing from now on.
    await db.totp.deleteMany({ where: { staffId, confirmedAt: null } });
    await db.passkey.create({
      data: {
        id: randomUUID(),
        staffId,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: BigInt(credential.counter),
        transports: credential.transports ?? [],
        name,
        madeAt: realNow(),
      },
    });
    await db.auditEvent.create({ data: { at: (await now(db)).moment, staffId, action: "staff.addPasskey", detail: {} } });
    return done({ name });
  });
}

/** A passkey of one's own that is used no more, or is lost. */
export const removePasskey = (staffId: number, input: { passkeyId: string }): Promise<Outcome<{ removed: boolean }>> =>
  inTransaction(async (db) => {
    const { count } = await db.passkey.deleteMany({ where: { id: input.passkeyId, staffId } });
    if (count > 0)
      await db.auditEvent.create({ data: { at: (await now(db)).moment, staffId, action: "staff.removePasskey", detail: {} } });
    return done({ removed: count > 0 });
  });

/** What the browser needs to sign in with any passkey it has for us: who that is comes out of the passkey. */
export async function askPasskeySignIn({
  host,
}: Place): Promise<Outcome<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }>> {
  const options = await generateAuthenticationOptions({ rpID: host, userVerification: "required" });
  return inTransaction(async (db) => done({ challengeId: await challengeKept(db, options.challenge, null), options }));
}

/** Opens a session for whoever the passkey belongs to. One whose counter went back was copied: it is refused. */
export async function passkeySignIn(
  input: { challengeId: string; response: AuthenticationResponseJSON },
  { host, origin }: Place,
  from: From,
): Promise<Outcome<Opened, "passkeyRefused" | "demoClosed">> {
  const { response } = input;
  const expectedChallenge = await inTransaction((db) => challengeOf(db, input.challengeId, null));
  const known = await inTransaction((db) =>
    db.passkey.findUnique({ where: { credentialId: response.id }, include: { staff: true } }),
  );
  if (expectedChallenge === null || !known?.staff.active || known.staff.issuer !== null) return refused("passkeyRefused");
  const signed = await verifyAuthenticationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: host },
    credential: { id: known.credentialId, publicKey: new Uint8Array(known.publicKey), counter: Number(known.counter) },
    requireUserVerification: true,
  }).catch(() => null);
  if (!signed?.verified) return refused("passkeyRefused");
  const counter = BigInt(signed.authenticationInfo.newCounter);
  return inTransaction(async (db) => {
    if (known.staff.demo && (await hasOwnAdmin(db))) return refused("demoClosed");
    await db.passkey.update({ where: { id: known.id }, data: { counter, usedAt: realNow() } });
    return done(await beginSession(db, known.staffId, "passkey", from));
  });
}
