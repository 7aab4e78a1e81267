import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import type { Said } from "@/lib/kernel/refusal";
import { insertRows } from "@/lib/platform/bulk";
import { pool } from "@/lib/platform/db";
import type { FileReport, Issue } from "../domain/report";
import { ISSUE_COLUMNS } from "./importing";

export interface Started {
  readonly name: string;
  readonly format: string;
  readonly moment: Date;
  readonly mapping?: string;
  readonly uploadId?: string;
  readonly dryRun?: boolean;
  readonly totalBytes?: number;
}

/**
 * The history is written on a connection of its own while a file's rows wait in one transaction: so that progress can be
 * seen, and a file whose import was cut off is still in the list.
 */
export async function noteStart(actor: Actor, started: Started, on: Pick<pg.ClientBase, "query"> = pool()): Promise<number> {
  const { rows } = await on.query<{ id: number }>(
    `INSERT INTO import_file (name, sha256, format, status, mapping, upload_id, dry_run, total_bytes, staff_id, started_at)
     VALUES ($1, '', $2, 'running', $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      started.name,
      started.format,
      started.mapping ?? null,
      started.uploadId ?? null,
      started.dryRun ?? false,
      started.totalBytes ?? 0,
      actor.staffId,
      started.moment,
    ],
  );
  return rows[0]?.id ?? 0;
}

/** Files are imported one at a time, so what still says `running` at the start of the next one was cut off. */
export const noteInterrupted = (moment: Date) =>
  pool().query("UPDATE import_file SET status = 'interrupted', lines = 0, finished_at = $1 WHERE status = 'running'", [moment]);

export const noteProgress = (id: number, lines: number, bytes: number, amountCents: bigint) =>
  pool().query("UPDATE import_file SET lines = $2, bytes = $3, amount_cents = $4 WHERE id = $1 AND status = 'running'", [
    id,
    lines,
    bytes,
    String(amountCents),
  ]);

export const noteCutOff = (id: number) =>
  pool().query("UPDATE import_file SET status = 'interrupted', lines = 0 WHERE id = $1", [id]);

export const noteRefused = (id: number, said: Said, moment: Date) =>
  pool().query(
    `UPDATE import_file SET status = 'refused', refusal = $2, refusal_values = $3, finished_at = $4, lines = 0 WHERE id = $1`,
    [id, said.code, JSON.stringify(said.values), moment],
  );

/** The outcome: in the transaction of the rows themselves, or of a dry run after its rows are gone again. */
export const noteDone = (
  client: Pick<pg.ClientBase, "query">,
  report: FileReport,
  sha256: string,
  moment: Date,
  status: "done" | "checked",
) =>
  client.query(
    `UPDATE import_file SET status = $13, sha256 = $2, lines = $3, added = $4, changed = $5, known = $6, suspense = $7, ignored = $8,
       rejected = $9, complete_through = $10, finished_at = $11, ended = $12, bytes = total_bytes, noted = $14 WHERE id = $1`,
    [
      report.id,
      sha256,
      report.lines,
      report.added,
      report.changed,
      report.known,
      report.suspense,
      report.ignored,
      report.rejected,
      report.completeThrough ?? null,
      moment,
      report.ended,
      status,
      report.noted,
    ],
  );

const ISSUES = "SELECT line, field, kind, code, values FROM import_issue WHERE file_id = $1";

/** The first lines of a file that were not taken, or that changed something, in the order of its lines. */
export async function firstIssues(
  client: pg.ClientBase,
  fileId: number,
  kinds: readonly Issue["kind"][],
  limit: number,
): Promise<Issue[]> {
  const { rows } = await client.query<Issue>(`${ISSUES} AND kind = ANY ($2) ORDER BY line, id LIMIT $3`, [fileId, kinds, limit]);
  return rows;
}

const AT_ONCE = 5000;

/** Copies what a dry run found to where it stays when the dry run itself is undone. */
export async function keepIssues(client: pg.ClientBase, fileId: number): Promise<void> {
  await client.query(`DECLARE found NO SCROLL CURSOR FOR ${ISSUES} ORDER BY line, id`.replace("$1", String(fileId)));
  for (;;) {
    const { rows } = await client.query<Issue>(`FETCH ${AT_ONCE} FROM found`);
    if (rows.length === 0) break;
    const kept = rows.map(({ values, ...issue }) => ({ ...issue, file_id: fileId, values: JSON.stringify(values) }));
    await insertRows(pool(), "import_issue", ISSUE_COLUMNS, kept);
  }
  await client.query("CLOSE found");
}
