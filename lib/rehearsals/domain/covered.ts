import type { Digest } from "./difference";

/** A limit of the list that holds for others under the draft, while they stay on the list by another one. */
export interface Covered {
  /** The reason: `months-in-arrears` and the like. */
  readonly code: string;
  /** For how many it newly holds. */
  readonly gained: number;
  /** For how many it no longer holds. */
  readonly lost: number;
  /** What keeps most of them on the list. */
  readonly by: string | null;
}

/** The limits that put somebody on the list by what is open; a broken word or a running case is no limit. */
const LIMITS: ReadonlySet<string> = new Set(["months-in-arrears", "old-amount", "short-months"]);

/** Why a changed limit changes nobody: for whom it says something else, and what keeps those on the list. */
export function coveredOf(pairs: Iterable<readonly [before: Digest, after: Digest]>): Covered[] {
  const found = new Map<string, { gained: number; lost: number; by: Map<string, number> }>();
  const note = (code: string, way: "gained" | "lost", keepers: readonly string[]) => {
    const one = found.get(code) ?? { gained: 0, lost: 0, by: new Map<string, number>() };
    one[way]++;
    for (const keeper of keepers) if (keeper !== code) one.by.set(keeper, (one.by.get(keeper) ?? 0) + 1);
    found.set(code, one);
  };
  for (const [before, after] of pairs) {
    if (!before.flagged || !after.flagged) continue;
    const [were, are] = [new Set(before.because), new Set(after.because)];
    for (const code of are) if (LIMITS.has(code) && !were.has(code)) note(code, "gained", [...were]);
    for (const code of were) if (LIMITS.has(code) && !are.has(code)) note(code, "lost", [...are]);
  }
  return [...found]
    .map(([code, { gained, lost, by }]) => ({ code, gained, lost, by: most(by) }))
    .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || (a.code < b.code ? -1 : 1));
}

const most = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))[0]?.[0] ?? null;
