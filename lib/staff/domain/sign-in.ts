export const ROLES = ["finance", "consultant", "caretaker", "management", "admin", "privacy"] as const;

/** A working day: whoever signs in in the morning signs in again the next. */
export const SESSION_HOURS = 12;

const MINUTE = 60_000;

/** Who did nothing for so long signs in again, in milliseconds (ASVS 5.0, 7.3.1). */
export const IDLE_MS = 60 * MINUTE;
/** What cannot be taken back asks who one is when that was proved longer ago than this, in milliseconds (ASVS 5.0, 7.5.3). */
export const PROVED_MS = 10 * MINUTE;

/** A password that somebody else gave opens nothing after so many days (ASVS 5.0, 6.4.1). */
export const FIRST_PASSWORD_DAYS = 7;

/** What is left to do before somebody is signed in; `open` is signed in. */
export type Stage = "open" | "factor" | "password" | "enrol";

/** Where somebody stands after their password, or after the step they just did. */
export interface Steps {
  /** They have an app or a passkey, and did not use it yet. */
  readonly factorWaits: boolean;
  readonly hasFactor: boolean;
  readonly mustChangePassword: boolean;
  /** Their role asks for a second step. */
  readonly factorDemanded: boolean;
}

/** The next step of signing in: first the second step of who has one, then a password of one's own, then setting up a second step. */
export function stageOf({ factorWaits, hasFactor, mustChangePassword, factorDemanded }: Steps): Stage {
  if (factorWaits) return "factor";
  if (mustChangePassword) return "password";
  return factorDemanded && !hasFactor ? "enrol" : "open";
}

/** How long to wait after the last failed sign-in, by how many failed in a row. The first four cost nothing: people mistype. */
export function waitAfter(failures: number): number {
  if (failures < 5) return 0;
  if (failures < 10) return MINUTE;
  return failures < 20 ? 5 * MINUTE : 15 * MINUTE;
}

/**
 * The same for a network address, over all accounts, so that a few tries on each of many are stopped too. Many colleagues share one
 * address: browsers they signed in with before are counted by themselves, and not here.
 */
export function waitAtAddress(failures: number): number {
  if (failures < 20) return 0;
  if (failures < 40) return MINUTE;
  return failures < 80 ? 5 * MINUTE : 15 * MINUTE;
}

/** A failed try, when it was in milliseconds since 1970. */
interface Tried {
  readonly at: number;
}
/** When the next try may be, in milliseconds since 1970; in the past when it may be now. */
export const nextTry = (failures: readonly Tried[], wait: (failures: number) => number): number =>
  failures.length === 0 ? 0 : Math.max(...failures.map(({ at }) => at)) + wait(failures.length);

/** Failures older than this are forgotten. */
export const FAILURES_COUNT_FOR_MS = 60 * MINUTE;

/**
 * A path to go to after signing in that stays within the program; anything that could lead elsewhere becomes null.
 * A browser drops tabs and line breaks and reads a backslash as a slash, so those are refused too.
 */
export function innerPath(text: unknown): string | null {
  if (typeof text !== "string" || !text.startsWith("/") || text.startsWith("//")) return null;
  if (/[\\\u0000-\u001f\u007f]/.test(text)) return null;
  const url = new URL(text, "http://inner.invalid");
  return url.host === "inner.invalid" ? url.pathname + url.search : null;
}

/** What kind of device a browser says it is, as far as an admin needs to know it again. */
export function deviceOf(userAgent: string | null): "phone" | "computer" | "unknown" {
  if (!userAgent) return "unknown";
  return /mobile|android|iphone/i.test(userAgent) ? "phone" : "computer";
}
