import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import { importStatements } from "@/lib/bank/commands/importStatements";
import { rematch } from "@/lib/bank/commands/rematch";
import { settleReturns } from "@/lib/bank/commands/settleReturns";
import type { Day } from "@/lib/kernel/day";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import { now } from "@/lib/platform/clock";
import { pool, shareWritersOn } from "@/lib/platform/db";
import { assertBalanced, type Counts, type FileReport, FORMATS, ISSUES_IN_REPORT } from "../domain/report";
import { type ErpFile, type Recognised, recognise } from "../formats/recognise";
import { firstIssues, noteCutOff, noteDone, noteInterrupted, noteProgress, noteRefused, noteStart } from "./history";
import { importErp } from "./importErp";
import { type Importing, Issues } from "./importing";
import { counted, type Offered, type OfferedFile, openOffered } from "./offered";

export interface ImportOptions {
  /** Up to which bank day the receipts in an ERP file are complete. */
  readonly completeThrough?: Day;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far the file under way is. */
export interface Progress {
  readonly name: string;
  readonly lines: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** One file after another, also when two people import at once: so that the same file twice has one effect. */
const IMPORT_LOCK = 7302;
const PROGRESS_MS = 1000;

type Opened = { file: OfferedFile; recognised: Recognised } | { file: OfferedFile; refused: RefusedFile };

async function look(file: OfferedFile): Promise<Opened> {
  try {
    return { file, recognised: recognise(await file.head()) };
  } catch (error) {
    if (error instanceof RefusedFile) return { file, refused: error };
    throw error;
  }
}

const rank = (it: Opened) => ("recognised" in it ? FORMATS.indexOf(it.recognised.format) : FORMATS.length);

const emptyReport = (id: number, name: string, format: FileReport["format"]): FileReport => ({
  id,
  name,
  format,
  lines: 0,
  added: 0,
  changed: 0,
  known: 0,
  suspense: 0,
  ignored: 0,
  rejected: 0,
  issues: [],
  notes: [],
  touchedTenancyIds: [],
});

/**
 * Brings in files and folders: buildings first, then contracts, tenants, entries and bank statements, whatever order they were
 * offered in. Each file is one transaction: cut off at any point, nothing of it is kept and the next try does it all. Offering a
 * file again adds nothing. The caller reassesses the touched tenancies and starts the run for a day that became complete.
 */
export async function importFiles(actor: Actor, offered: readonly Offered[], options: ImportOptions = {}): Promise<FileReport[]> {
  const files = await Promise.all((await openOffered(offered)).map(look));
  files.sort((a, b) => rank(a) - rank(b));
  const reports: FileReport[] = [];
  for (const it of files) {
    reports.push(
      "refused" in it
        ? await refuse(actor, it.file, it.refused)
        : await inTurn(() => importOne(actor, it.file, it.recognised, options)),
    );
  }
  return reports;
}

let turn: Promise<unknown> = Promise.resolve();
/** Waiting for one's turn within this process costs no connection; the lock in the database is for the other processes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

async function refuse(actor: Actor, file: OfferedFile, refused: Said): Promise<FileReport> {
  const { moment } = await now();
  const id = await noteStart(actor, file.name, "unknown", moment);
  await noteRefused(id, refused, moment);
  return { ...emptyReport(id, file.name, null), refused: { code: refused.code, values: refused.values } };
}

async function importOne(actor: Actor, file: OfferedFile, recognised: Recognised, options: ImportOptions): Promise<FileReport> {
  const client = await pool().connect();
  let id = 0;
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [IMPORT_LOCK]);
    await shareWritersOn(client);
    const { day: today, moment } = await now();
    await noteInterrupted(moment);
    id = await noteStart(actor, file.name, recognised.format, moment);
    const importing = { client, actor, fileId: id, today, moment, issues: new Issues(client, id) };
    const report = await bringIn(importing, file, recognised, options);
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

async function bringIn(
  base: Omit<Importing, "onLines">,
  file: OfferedFile,
  recognised: Recognised,
  options: ImportOptions,
): Promise<FileReport> {
  const { client, fileId, today, moment } = base;
  const totalBytes = await file.size();
  const source = counted(file.chunks());
  const onLines = throttled((lines) => {
    options.onProgress?.({ name: file.name, lines, bytes: source.bytes(), totalBytes });
    void noteProgress(fileId, lines).catch(() => {});
  });
  await client.query("CREATE TEMP TABLE touched (tenancy_id int) ON COMMIT DROP");
  await client.query(
    "CREATE TEMP TABLE importing ON COMMIT DROP AS SELECT $1::int AS file_id, $2::date AS today, $3::timestamptz(3) AS moment",
    [fileId, today, moment],
  );
  const importing: Importing = { ...base, onLines };
  const brought = recognised.erp
    ? await bringInErp(importing, recognised, source.chunks, options.completeThrough)
    : await importStatements(importing, source.chunks);
  await importing.issues.flush();
  assertBalanced(brought);
  const touched = await client.query<{ id: number }>("SELECT DISTINCT tenancy_id AS id FROM touched ORDER BY 1");
  const report: FileReport = {
    ...emptyReport(fileId, file.name, recognised.format),
    ...brought,
    issues: await firstIssues(client, fileId, ISSUES_IN_REPORT),
    touchedTenancyIds: touched.rows.map((row) => row.id),
  };
  await noteDone(client, report, source.sha256(), moment);
  await audit(importing, report);
  return report;
}

async function bringInErp(
  importing: Importing,
  erpFile: ErpFile,
  chunks: AsyncIterable<Uint8Array>,
  completeThrough?: Day,
): Promise<Counts & { changed: number; completeThrough?: Day }> {
  const claims = erpFile.format === "entries" && completeThrough !== undefined;
  if (claims && completeThrough > importing.today) throw new RefusedFile("complete-in-future", { day: completeThrough });
  const counts = await importErp(importing, erpFile, chunks);
  // A return that waits in suspense may take back a receipt that only now came in.
  if (erpFile.format === "entries") await settleReturns(importing.client, importing.moment);
  // Contracts, references, accounts and names that only now came in may say whose a waiting receipt is.
  if (erpFile.format === "contracts" || erpFile.format === "tenants") {
    const touched = await rematch(importing.client, importing.moment);
    await importing.client.query("INSERT INTO touched SELECT unnest($1::int[])", [touched]);
  }
  if (!claims) return counts;
  await importing.client.query(
    "INSERT INTO receipts_complete (account_id, through_day, file_id, recorded_at) VALUES (NULL, $1, $2, $3)",
    [completeThrough, importing.fileId, importing.moment],
  );
  return { ...counts, completeThrough };
}

function audit({ client, actor, moment }: Importing, report: FileReport): Promise<pg.QueryResult> {
  const { id, name, format, lines, added, known, suspense, ignored, rejected } = report;
  const detail = { fileId: id, name, format, lines, added, known, suspense, ignored, rejected };
  return client.query("INSERT INTO audit_event (at, staff_id, action, detail) VALUES ($1, $2, 'intake.import', $3)", [
    moment,
    actor.staffId,
    JSON.stringify(detail),
  ]);
}

function throttled(tell: (lines: number) => void): (lines: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (lines) => {
    const at = performance.now();
    if (at - last < PROGRESS_MS) return;
    last = at;
    tell(lines);
  };
}
