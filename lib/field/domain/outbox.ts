/** Where a sealed envelope stands on the phone: each by itself, so that one bad one never holds another up. */
export type Standing = "ready" | "received" | "apart";

/** What an answer of the server does to it. `status` 0: there was none. */
export function standingAfter(status: number): Standing {
  if (status === 200) return "received";
  // Signed out, too busy, or broken over there: it stays and is tried again.
  if (status === 0 || status === 401 || status === 408 || status === 429 || status >= 500) return "ready";
  return "apart";
}

const FIRST_MS = 5_000;
const MOST_MS = 10 * 60_000;

/** How long to wait after so many tries that brought nothing, in milliseconds: twice as long each time, ten minutes at most. */
export const waitAfter = (tries: number): number => Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, tries - 1));

/** A tap can be taken back for so long before it leaves, in milliseconds. */
export const UNDO_MS = 10_000;

/** Received ones stay so long on the phone, so that a server that came back from a backup gets again what it lost. */
export const KEPT_DAYS = 14;

/** How long a day that was handed out may deposit what happened, in days. */
export const TOKEN_DAYS = 14;
/** At most so many doors go along. */
export const MOST_DOORS = 25;
