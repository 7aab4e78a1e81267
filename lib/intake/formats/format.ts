import type { BankFormat } from "@/lib/bank/domain/line";
import type { Day } from "@/lib/kernel/day";
import type { Columns, StagedRow } from "@/lib/platform/bulk";
import type { Format } from "../domain/report";
import type { Row } from "./fields";

/** One of our own ERP files: its header, how a row is read, and the columns in which rows wait to be judged against what is known. */
export interface ErpFormat {
  readonly format: Exclude<Format, BankFormat>;
  /** The columns of our own file; each must be in its header. */
  readonly columns: readonly string[];
  /** Columns that are read when they are there. */
  readonly further?: readonly string[];
  /** What a file of another system must at least have: each of these, or one of these together. */
  readonly needed: readonly (string | readonly string[])[];
  readonly staged: Columns;
  /** The staged column whose sum shows how far a file is, and is the same when it comes out. */
  readonly amount?: string;
  readonly read: (row: Row, today: Day) => StagedRow<Columns>;
}

/** A format whose rows are held to its staged columns by the compiler. */
export const erpFormat = <const Staged extends Columns>(
  format: Omit<ErpFormat, "staged" | "read"> & {
    readonly staged: Staged;
    readonly read: (row: Row, today: Day) => StagedRow<Staged>;
  },
): ErpFormat & { readonly staged: Staged } => format;
