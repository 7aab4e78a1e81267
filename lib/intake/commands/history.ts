import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import type { Said } from "@/lib/kernel/refusal";
import { pool } from "@/lib/platform/db";
import type { FileReport, Issue } from "../domain/report";

/**
 * The history is written on a connection of its own while a file's rows wait in one transaction: so that progress can be
 * seen, and a file whose import was cut off is still in the list.
 */
export async function noteStart(actor: Actor, name: string, format: string, moment: Date): Promise<number> {
  const { rows } = await pool().query<{ id: number }>(
    "INSERT INTO import_file (name, sha256, format, status, staff_id, started_at) VALUES ($1, '', $2, 'running', $3, $4) RETURNING id",
    [name, format, actor.staffId, moment],
  );
  return rows[0]?.id ?? 0;
}

/** Files are imported one at a time, so what still says `running` at the start of the next one was cut off. */
export const noteInterrupted = (moment: Date) =>
  pool().query("UPDATE import_file SET status = 'interrupted', lines = 0, finished_at = $1 WHERE status = 'running'", [moment]);

export const noteProgress = (id: number, lines: number) =>
  pool().query("UPDATE import_file SET lines = $2 WHERE id = $1 AND status = 'running'", [id, lines]);

export const noteCutOff = (id: number) =>
  pool().query("UPDATE import_file SET status = 'interrupted', lines = 0 WHERE id = $1", [id]);

export const noteRefused = (id: number, said: Said, moment: Date) =>
  pool().query(
    `UPDATE import_file SET status = 'refused', refusal = $2, refusal_values = $3, finished_at = $4, lines = 0 WHERE id = $1`,
    [id, said.code, JSON.stringify(said.values), moment],
  );

/** The outcome, in the transaction of the rows themselves. */
export const noteDone = (client: pg.ClientBase, report: FileReport, sha256: string, moment: Date) =>
  client.query(
    `UPDATE import_file SET status = 'done', sha256 = $2, lines = $3, added = $4, changed = $5, known = $6, suspense = $7, ignored = $8,
       rejected = $9, complete_through = $10, finished_at = $11 WHERE id = $1`,
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
    ],
  );

/** The first issues of a file, in the order of its lines. */
export async function firstIssues(client: pg.ClientBase, fileId: number, limit: number): Promise<Issue[]> {
  const { rows } = await client.query<Issue>(
    "SELECT line, field, kind, code, values FROM import_issue WHERE file_id = $1 ORDER BY line, id LIMIT $2",
    [fileId, limit],
  );
  return rows;
}
