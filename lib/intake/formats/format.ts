import type { Day } from "@/lib/kernel/day";
import type { Cell, Columns } from "@/lib/platform/bulk";
import type { Format } from "../domain/report";
import type { Row } from "./fields";

/** One of our own ERP files: its header, how a row is read, and the columns in which rows wait to be judged against what is known. */
export interface ErpFormat {
  readonly format: Format;
  readonly columns: readonly string[];
  readonly staged: Columns;
  readonly read: (row: Row, today: Day) => readonly Cell[];
}
