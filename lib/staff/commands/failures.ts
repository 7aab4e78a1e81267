import { createHash } from "node:crypto";
import { realNow } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import { FAILURES_COUNT_FOR_MS, nextTry, waitAfter, waitAtAddress } from "../domain/sign-in";

/** Where somebody signs in from. */
export interface From {
  readonly agent: string | null;
  /** The network address, as the server itself saw it; null when that is not known. */
  readonly address: string | null;
  /** What this browser kept from an earlier sign-in. */
  readonly browser: string | null;
}

/** What is kept of it; who reads the database cannot be that browser. */
export const browserHash = (kept: string): string => createHash("sha256").update(kept).digest("base64url");

/** Which of this account's browsers it is, hashed; null when it never signed in there. */
export async function knownBrowser(db: Db, email: string, { browser }: From): Promise<string | null> {
  if (browser === null) return null;
  const hash = browserHash(browser);
  const known = await db.knownBrowser.findFirst({ where: { hash, staff: { email } }, select: { hash: true } });
  return known?.hash ?? null;
}

/**
 * Minutes left to wait before this may be tried again; 0 when it may. A browser that this account signed in with before is counted by
 * itself: guessing by somebody else, from wherever, does not lock its owner out.
 */
export async function minutesToWait(db: Db, email: string, address: string | null, browser: string | null): Promise<number> {
  const since = new Date(realNow().getTime() - FAILURES_COUNT_FOR_MS);
  const at = async (where: { email?: string; address?: string; browser: string | null }) => {
    const rows = await db.signInFailure.findMany({ where: { ...where, at: { gt: since } }, select: { at: true } });
    return rows.map((row) => ({ at: row.at.getTime() }));
  };
  const account = nextTry(await at({ email, browser }), waitAfter);
  const around = browser === null && address !== null ? nextTry(await at({ address, browser: null }), waitAtAddress) : 0;
  const left = Math.max(account, around) - realNow().getTime();
  return left > 0 ? Math.ceil(left / 60_000) : 0;
}

/** Held while failures are counted, so that guessing in parallel wins nothing. */
export const holdCount = (db: Db, key: string) => db.$executeRaw`SELECT pg_advisory_xact_lock(7302, hashtext(${key}))`;

/** Minutes to wait for one kind of guessing, such as the codes of one colleague, counted by itself. Call with the count held. */
export const minutesFor = async (db: Db, key: string): Promise<number> => {
  await holdCount(db, key);
  return minutesToWait(db, key, null, null);
};
export const failedAt = (db: Db, key: string) => db.signInFailure.create({ data: { email: key, at: realNow() } });
export const rightAt = (db: Db, key: string) => db.signInFailure.deleteMany({ where: { email: key } });
