import type { PartOfDay } from "../../kernel/calendar";

/** The ways in which somebody is sought in person, the door once for caretaker and consultant. */
export const SOUGHT = ["call", "door"] as const;
type Way = (typeof SOUGHT)[number];

interface Tried {
  readonly channel: string;
  readonly part: PartOfDay;
  readonly reached: boolean;
}
/** Plain counts: so often tried in that part of the day, so often somebody was spoken with. */
export interface Reached {
  readonly way: Way;
  readonly part: PartOfDay;
  readonly tried: number;
  readonly reached: number;
}

const wayOf = (channel: string): Way | null =>
  channel === "call" ? "call" : channel === "door" || channel === "visit" ? "door" : null;

/**
 * Which way and part of the day worked for somebody: per way the part in which they were spoken with most, as long as they ever were.
 * Counts and nothing more; nobody is predicted.
 */
export function reachedBy(tries: readonly Tried[]): Reached[] {
  const counts = new Map<string, Reached>();
  for (const { channel, part, reached } of tries) {
    const way = wayOf(channel);
    if (!way) continue;
    const known = counts.get(`${way} ${part}`) ?? { way, part, tried: 0, reached: 0 };
    counts.set(`${way} ${part}`, { ...known, tried: known.tried + 1, reached: known.reached + (reached ? 1 : 0) });
  }
  const best = (way: Way) =>
    [...counts.values()]
      .filter((one) => one.way === way && one.reached > 0)
      .toSorted((a, b) => b.reached - a.reached || a.tried - b.tried)[0];
  return SOUGHT.flatMap((way) => best(way) ?? []);
}
