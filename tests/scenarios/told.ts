import type { Play } from "./play";

/** What a household sees of a play, and what the consultant does about it: one line per act, in the order of the days. */
export const sequence = ({ acts }: Play): string[] =>
  acts.map(({ day, round, kind, detail }) => `${day} round ${round} ${kind}${detail ? ` ${detail}` : ""}`);

/** How often each thing happened in a play. */
export function counted({ acts }: Play): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { kind } of acts) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}
