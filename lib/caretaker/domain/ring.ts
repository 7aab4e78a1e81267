import type { Day } from "../../kernel/day";
import type { CaretakerResult } from "../../rules/facts";

/** What one ring at the door brought, in the order of the caretaker's screen. */
export const RING_RESULTS = [
  "spoke",
  "will-call",
  "not-home",
  "card-left",
  "family",
  "away-long",
  "other-language",
  "moved",
  "refuses",
  "bell-broken",
  "heard-deceased",
  "worried",
] as const satisfies readonly CaretakerResult[];

/** Rings that found nobody, so that another day is worth a try, and after that the card. */
export const FOUND_NOBODY: ReadonlySet<CaretakerResult> = new Set<CaretakerResult>(["not-home", "bell-broken"]);
const REACHED: ReadonlySet<CaretakerResult> = new Set<CaretakerResult>(["spoke", "will-call", "refuses"]);

/** How a ring counts as a try in the list of contacts. */
export function attemptOfRing(result: CaretakerResult): "spoke" | "not-home" | "someone-else" | "left" {
  if (result === "card-left") return "left";
  if (REACHED.has(result)) return "spoke";
  return FOUND_NOBODY.has(result) ? "not-home" : "someone-else";
}

/** What a ring does to its task: reached closes it, nobody leaves it open, the card ends it, the rest goes back to the office. */
export function taskAfter(result: CaretakerResult): "spoke" | "card-left" | "other" | null {
  if (REACHED.has(result)) return "spoke";
  if (result === "card-left") return "card-left";
  return FOUND_NOBODY.has(result) ? null : "other";
}

export interface RingBefore {
  readonly day: Day;
  readonly result: CaretakerResult;
}

/** May this ring be recorded today? Two rings lie on two days; the card comes in the same go as the second that found nobody. */
export function mayRing(
  today: Day,
  result: CaretakerResult,
  before: readonly RingBefore[],
): "rung-today" | "card-after-second" | null {
  const emptyDays = new Set(before.filter((ring) => FOUND_NOBODY.has(ring.result)).map((ring) => ring.day));
  if (result === "card-left") {
    // The tap on the card says for itself that nobody was home today.
    emptyDays.add(today);
    return emptyDays.size >= 2 ? null : "card-after-second";
  }
  return FOUND_NOBODY.has(result) && emptyDays.has(today) ? "rung-today" : null;
}
