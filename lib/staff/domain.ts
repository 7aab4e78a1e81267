export const ROLES = ["finance", "consultant", "caretaker", "management", "admin"] as const;

/** A working day: whoever signs in in the morning signs in again the next. */
export const SESSION_HOURS = 12;

const MINUTE = 60_000;

/** How long to wait after the last failed sign-in, by how many failed in a row. The first four cost nothing: people mistype. */
export function waitAfter(failures: number): number {
  if (failures < 5) return 0;
  if (failures < 10) return MINUTE;
  return failures < 20 ? 5 * MINUTE : 15 * MINUTE;
}

/** Failures older than this are forgotten. */
export const FAILURES_COUNT_FOR_MS = 60 * MINUTE;

/**
 * A path to go to after signing in that stays within the program; anything that could lead elsewhere becomes null.
 * A browser drops tabs and line breaks and reads a backslash as a slash, so those are refused too.
 */
export function innerPath(text: string | null | undefined): string | null {
  if (!text || !text.startsWith("/") || text.startsWith("//")) return null;
  if (/[\\\u0000-\u001f\u007f]/.test(text)) return null;
  const url = new URL(text, "http://inner.invalid");
  return url.host === "inner.invalid" ? url.pathname + url.search : null;
}

/** What kind of device a browser says it is, as far as an admin needs to know it again. */
export function deviceOf(userAgent: string | null): "phone" | "computer" | "unknown" {
  if (!userAgent) return "unknown";
  return /mobile|android|iphone/i.test(userAgent) ? "phone" : "computer";
}
