import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { insertRows, type StagedRow } from "@/lib/platform/bulk";
import type { Issue } from "../domain/report";

/** One file on its way in: everything it brings is kept in this transaction, or nothing is. */
export interface Importing {
  readonly client: pg.PoolClient;
  readonly actor: Actor;
  readonly fileId: number;
  readonly today: Day;
  readonly moment: Date;
  readonly issues: Issues;
  /** Lines read so far, and the sum of their amounts. */
  readonly onLines: (lines: number, amountCents?: bigint) => void;
}

export const ISSUE_COLUMNS = { file_id: "int", line: "int", field: "text", kind: "text", code: "text", values: "jsonb" } as const;
const BATCH = 2000;

/** Refused and ignored lines, written in batches, so that a file of only bad rows takes no memory either. */
export class Issues {
  private waiting: StagedRow<typeof ISSUE_COLUMNS>[] = [];
  rejected = 0;
  ignored = 0;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly fileId: number,
  ) {}

  async add(issue: Issue & { readonly kind: "ignored" | "rejected" }): Promise<void> {
    this[issue.kind]++;
    this.waiting.push({ ...issue, file_id: this.fileId, values: JSON.stringify(issue.values) });
    if (this.waiting.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    await insertRows(this.client, "import_issue", ISSUE_COLUMNS, rows);
  }
}
