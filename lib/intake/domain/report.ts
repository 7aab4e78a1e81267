import type { Day } from "@/lib/kernel/day";
import type { Said } from "@/lib/kernel/refusal";

/** What a file can be; ERP files are known by their header, a bank statement by its root. */
export const FORMATS = ["buildings", "contracts", "tenants", "entries", "camt053"] as const;
export type Format = (typeof FORMATS)[number];

/** Every line that was read ends as exactly one of these. */
export interface Counts {
  readonly lines: number;
  readonly added: number;
  readonly known: number;
  readonly suspense: number;
  readonly ignored: number;
  readonly rejected: number;
}

/** A line that was ignored or rejected, with its reason. */
export interface Issue extends Said {
  readonly line: number;
  readonly field: string | null;
  readonly kind: "ignored" | "rejected";
}

/** What became of one offered file. */
export interface FileReport extends Counts {
  /** Its row in the history. */
  readonly id: number;
  readonly name: string;
  readonly format: Format | null;
  /** Of `added`: rows that changed something already known. */
  readonly changed: number;
  /** The first ones; all of them are kept in the history. */
  readonly issues: readonly Issue[];
  /** What the reader should know beside the counts, such as a bank account met for the first time. */
  readonly notes: readonly Said[];
  /** The whole file was refused and nothing of it kept. */
  readonly refused?: Said;
  readonly completeThrough?: Day;
  /** Tenancies whose facts changed. */
  readonly touchedTenancyIds: readonly number[];
}

export const ISSUES_IN_REPORT = 1000;

/** @throws Error when lines went missing or were counted twice: a bug, and the import is undone. */
export function assertBalanced(counts: Counts): void {
  const ended = counts.added + counts.known + counts.suspense + counts.ignored + counts.rejected;
  if (counts.lines !== ended) throw new Error(`import does not balance: ${counts.lines} lines in, ${ended} accounted for`);
}
