import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import { now } from "@/lib/platform/clock";
import { pool, shareWritersOn } from "@/lib/platform/db";
import { emptyReport, type FileReport, FORMATS } from "../domain/report";
import { type Recognised, recognise } from "../formats/recognise";
import { currentMappings } from "../queries/mappings";
import { type BringInOptions, bringIn } from "./bring-in";
import { noteCutOff, noteDone, noteInterrupted, noteRefused, noteStart } from "./history";
import { Issues } from "./importing";
import { type Offered, type OfferedFile, openOffered } from "./offered";

export interface ImportOptions extends BringInOptions {
  /** The mapping by which to read the columns, instead of the one that knows them. */
  readonly mapping?: string;
  /** The offering on the screen that the files belong to. */
  readonly uploadId?: string;
}

/** One file after another, also when two people import at once: so that the same file twice has one effect. */
const IMPORT_LOCK = 7302;

export type Opened =
  | { readonly file: OfferedFile; readonly recognised: Recognised }
  | { readonly file: OfferedFile; readonly refused: RefusedFile };

const rank = (it: Opened) => ("recognised" in it ? FORMATS.indexOf(it.recognised.format) : FORMATS.length);

/** What each offered file is, in the order in which they build on one another. */
export async function openInOrder(offered: readonly Offered[], asked: string | undefined): Promise<Opened[]> {
  const mappings = await currentMappings();
  const look = async (file: OfferedFile): Promise<Opened> => {
    try {
      return { file, recognised: recognise(await file.head(), mappings, asked) };
    } catch (error) {
      if (error instanceof RefusedFile) return { file, refused: error };
      throw error;
    }
  };
  const files = await Promise.all((await openOffered(offered)).map(look));
  return files.sort((a, b) => rank(a) - rank(b));
}

/**
 * Brings in files and folders: buildings first, then contracts, tenants, entries and bank statements, whatever order they were
 * offered in. Each file is one transaction: cut off at any point, nothing of it is kept and the next try does it all. Offering a
 * file again adds nothing. The caller reassesses the touched tenancies and starts the run for a day that became complete.
 */
export async function importFiles(actor: Actor, offered: readonly Offered[], options: ImportOptions = {}): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const it of await openInOrder(offered, options.mapping)) {
    reports.push(
      "refused" in it
        ? await refuse(actor, it.file, it.refused, options)
        : await inTurn(() => importOne(actor, it.file, it.recognised, options)),
    );
  }
  return reports;
}

let turn: Promise<unknown> = Promise.resolve();
/** Waiting for one's turn within this process costs no connection; the lock in the database is for the other processes. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

/** Begins a transaction in which no other file comes in. */
export async function beginImport(client: pg.ClientBase): Promise<void> {
  await client.query("BEGIN");
  // Of a program that was killed the server would finish the statement under way first, and the next try would wait for it.
  await client.query("SET LOCAL client_connection_check_interval = '2s'");
  await client.query("SELECT pg_advisory_xact_lock($1)", [IMPORT_LOCK]);
  await shareWritersOn(client);
}

async function refuse(actor: Actor, file: OfferedFile, refused: Said, { uploadId }: ImportOptions): Promise<FileReport> {
  const { moment } = await now();
  const id = await noteStart(actor, { name: file.name, format: "unknown", moment, ...(uploadId ? { uploadId } : {}) });
  await noteRefused(id, refused, moment);
  return { ...emptyReport(id, file.name, null), refused: { code: refused.code, values: refused.values } };
}

/** What the history says of a file as soon as it begins. */
export async function startOf(file: OfferedFile, recognised: Recognised, moment: Date, uploadId?: string) {
  return {
    name: file.name,
    format: recognised.format,
    moment,
    totalBytes: await file.size(),
    ...("mapping" in recognised && recognised.mapping ? { mapping: recognised.mapping } : {}),
    ...(uploadId ? { uploadId } : {}),
  };
}

async function importOne(actor: Actor, file: OfferedFile, recognised: Recognised, options: ImportOptions): Promise<FileReport> {
  const client = await pool().connect();
  let id = 0;
  try {
    await beginImport(client);
    const { day: today, moment } = await now();
    await noteInterrupted(moment);
    id = await noteStart(actor, await startOf(file, recognised, moment, options.uploadId));
    const importing = { client, actor, fileId: id, today, moment, issues: new Issues(client, id) };
    const { report, sha256 } = await bringIn(importing, file, recognised, options);
    await noteDone(client, report, sha256, moment, "done");
    await audit(client, actor, moment, report);
    await client.query("COMMIT");
    return report;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    if (error instanceof RefusedFile) {
      await noteRefused(id, error, (await now()).moment);
      return { ...emptyReport(id, file.name, recognised.format), refused: { code: error.code, values: error.values } };
    }
    if (id > 0) await noteCutOff(id).catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

function audit(client: pg.ClientBase, actor: Actor, moment: Date, report: FileReport): Promise<pg.QueryResult> {
  const { id, name, format, lines, added, known, suspense, ignored, rejected } = report;
  const detail = { fileId: id, name, format, lines, added, known, suspense, ignored, rejected };
  return client.query("INSERT INTO audit_event (at, staff_id, action, detail) VALUES ($1, $2, 'intake.import', $3)", [
    moment,
    actor.staffId,
    JSON.stringify(detail),
  ]);
}
