import { BANK_FORMATS } from "@/lib/bank/domain/line";
import type { Day } from "@/lib/kernel/day";
import type { Said } from "@/lib/kernel/refusal";

/** What a file can be; ERP files are known by their header, a bank statement by its beginning. */
export const FORMATS = ["buildings", "units", "contracts", "tenants", "people", "entries", "balances", ...BANK_FORMATS] as const;
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

/** A line that was ignored or rejected, with its reason, that changed something, old beside new, or of which a field was left out. */
export interface Issue extends Said {
  readonly line: number;
  readonly field: string | null;
  readonly kind: "ignored" | "rejected" | "changed" | "ended" | "noted";
}

/** What became of one offered file, or what would become of it. */
export interface FileReport extends Counts {
  /** Its row in the history; 0 for a dry run that nobody looks back at. */
  readonly id: number;
  readonly name: string;
  readonly format: Format | null;
  /** The mapping by which its columns were read. */
  readonly mapping?: string;
  /** Of `added`: rows that changed something already known. */
  readonly changed: number;
  /** Of `changed`: rows that end a tenancy, or somebody's part in one. */
  readonly ended: number;
  /** Of `added`: rows of which something was left out, or that hold a number nobody can be called on. */
  readonly noted: number;
  /** The first ones that were not taken, or not as they stood; all of them are kept in the history. */
  readonly issues: readonly Issue[];
  /** The first changes, old beside new. */
  readonly changes: readonly Issue[];
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

/** The same counts so that nothing is in two: new rows apart from those that changed something known. */
export const apart = ({ added, changed }: { readonly added: number; readonly changed: number }) => ({
  fresh: added - changed,
  changed,
});

/** The report of a file before anything of it was read. */
export const emptyReport = (id: number, name: string, format: Format | null): FileReport => ({
  id,
  name,
  format,
  lines: 0,
  added: 0,
  changed: 0,
  ended: 0,
  noted: 0,
  known: 0,
  suspense: 0,
  ignored: 0,
  rejected: 0,
  issues: [],
  changes: [],
  notes: [],
  touchedTenancyIds: [],
});
