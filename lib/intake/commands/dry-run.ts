import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import { now } from "@/lib/platform/clock";
import { pool } from "@/lib/platform/db";
import { emptyReport, type FileReport } from "../domain/report";
import { bringIn } from "./bring-in";
import { keepIssues, noteCutOff, noteDone, noteInterrupted, noteRefused, noteStart } from "./history";
import { beginImport, type ImportOptions, inTurn, type Opened, openInOrder, startOf } from "./import-files";
import { Issues } from "./importing";
import type { Offered } from "./offered";

type Client = pg.PoolClient;

/**
 * Says what files would do, by doing it and taking all of it back: the same way in, so the same answer. The files build on one
 * another as they would. With `uploadId` the outcome is kept in the history for the screen; without it not a row is written.
 */
export async function dryRunFiles(actor: Actor, offered: readonly Offered[], options: ImportOptions = {}): Promise<FileReport[]> {
  const files = await openInOrder(offered, options.mapping);
  return inTurn(async () => {
    const client = await pool().connect();
    const under = { id: 0 };
    try {
      await beginImport(client);
      const { moment } = await now();
      if (options.uploadId) await noteInterrupted(moment);
      const reports: FileReport[] = [];
      for (const it of files) reports.push(await tryOne(client, actor, it, options, under));
      return reports;
    } catch (error) {
      if (options.uploadId && under.id > 0) await noteCutOff(under.id).catch(() => {});
      throw error;
    } finally {
      await client.query("ROLLBACK").catch(() => {});
      client.release();
    }
  });
}

async function refused(id: number, it: Opened, said: Said, options: ImportOptions): Promise<FileReport> {
  if (options.uploadId) await noteRefused(id, said, (await now()).moment);
  const format = "recognised" in it ? it.recognised.format : null;
  return { ...emptyReport(options.uploadId ? id : 0, it.file.name, format), refused: { code: said.code, values: said.values } };
}

async function tryOne(
  client: Client,
  actor: Actor,
  it: Opened,
  options: ImportOptions,
  under: { id: number },
): Promise<FileReport> {
  const { file } = it;
  const { day: today, moment } = await now();
  const { uploadId } = options;
  const start =
    "recognised" in it ? await startOf(file, it.recognised, moment, uploadId) : { name: file.name, format: "unknown", moment };
  // The history is kept on a connection of its own; without a screen to show it, it goes the way of the rest.
  const id = await noteStart(actor, { ...start, dryRun: true, ...(uploadId ? { uploadId } : {}) }, uploadId ? pool() : client);
  under.id = id;
  if ("refused" in it) return refused(id, it, it.refused, options);
  await client.query("SAVEPOINT file");
  try {
    const importing = { client, actor, fileId: id, today, moment, issues: new Issues(client, id) };
    const { report, sha256 } = await bringIn(importing, file, it.recognised, options);
    if (uploadId) {
      await keepIssues(client, id);
      await noteDone(pool(), report, sha256, moment, "checked");
    }
    // The next file makes tables of the same names.
    await client.query("DISCARD TEMP");
    return uploadId ? report : { ...report, id: 0 };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT file");
    return refused(id, it, error, options);
  }
}
