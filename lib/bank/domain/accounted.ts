import { RefusedFile } from "@/lib/kernel/refusal";

/** So many lines, and what their amounts come to. */
export interface Sum {
  readonly lines: number;
  readonly cents: bigint;
}

export const NONE: Sum = { lines: 0, cents: 0n };
/** The sum of several sums: lines with lines, cents with cents. */
export const plus = (...sums: readonly Sum[]): Sum =>
  sums.reduce((all, one) => ({ lines: all.lines + one.lines, cents: all.cents + one.cents }), NONE);

/**
 * What was read must be what is kept, to the line and the cent.
 * @throws RefusedFile when it is not: then something between reading and keeping went wrong, and nothing of the file may stay
 */
export function assertAccounted(read: Sum, kept: Sum): void {
  if (read.lines === kept.lines && read.cents === kept.cents) return;
  const values = { read: read.lines, readCents: String(read.cents), kept: kept.lines, keptCents: String(kept.cents) };
  throw new RefusedFile("not-accounted", values);
}
