import { type Cell, type Columns, createStage, insertRows } from "@/lib/platform/bulk";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Counts } from "../domain/report";
import { type CsvRecord, readCsv } from "../formats/csv";
import { Row } from "../formats/fields";
import type { ErpFormat } from "../formats/format";
import { readJson } from "../formats/json";
import { type ErpFile, type VeraFile, viewsOf } from "../formats/recognise";
import { asEntity } from "../formats/vera";
import type { Importing } from "./importing";
import { settleEntries } from "./settleEntries";

const BATCH = 4000;
/** What judging a row adds to it. */
const JUDGED: Columns = { outcome: "text", field: "text", code_said: "text", vals: "jsonb", changed: "boolean" };

/** What the rows change of what is known, old beside new. */
const CHANGE: Columns = { ordinal: "bigserial", line: "int", kind: "text", field: "text", code: "text", vals: "jsonb" };

/** Rows of one entity begin on one line of the file: staged they have a number each, and this says where they stand. */
const SOURCE_LINE: Columns = { nth: "int", line: "int" };

const blank = (record: CsvRecord) => record.cells.every((cell) => cell.trim() === "");

/** A row of a file on its way in: its cells under our names, or why there are none. */
interface SourceRow {
  readonly line: number;
  readonly row?: Row;
  readonly skipped?: { readonly code: string; readonly values: Record<string, string> };
}

/** A record as named cells; a wrong number of them is the row's problem. */
function rowOf({ width, places }: ErpFile, { cells }: CsvRecord): Row {
  const row = new Row(
    Object.fromEntries(
      Object.entries(places).map(([name, place]) => [name, "at" in place ? (cells[place.at] ?? "") : place.always]),
    ),
  );
  const surplus = cells.slice(width).some((cell) => cell.trim() !== "");
  if (cells.length < width || surplus) row.note("", "field-count", { found: cells.length, expected: width });
  return row;
}

async function* csvRows(file: ErpFile, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  for await (const record of readCsv(chunks, file.dialect)) {
    const { line } = record;
    yield blank(record) ? { line, skipped: { code: "blank-row", values: {} } } : { line, row: rowOf(file, record) };
  }
}

type View = ReturnType<typeof viewsOf>[number];

async function* veraRows({ rows }: View, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  for await (const { line, value } of readJson(chunks)) {
    const entity = asEntity(value);
    const found = entity ? rows(entity) : { skipped: "no-entity" };
    if ("skipped" in found) yield { line, skipped: { code: found.skipped, values: { value: found.value ?? "" } } };
    else for (const cells of found) yield { line, row: new Row(cells) };
  }
}

/** The name of a column as the file itself has it, so that a person finds it there. */
function labelOf(file: ErpFile | VeraFile, field: string): string | null {
  const place = "places" in file ? file.places[field] : undefined;
  return (place && "label" in place ? place.label : field) || null;
}

/** Reads every row; what is right by itself waits in the table `staged`, the rest is noted. Answers the number of lines. */
async function stage(
  importing: Importing,
  file: ErpFile | VeraFile,
  erp: ErpFormat,
  rows: AsyncIterable<SourceRow>,
): Promise<number> {
  const { client, today, issues, onLines } = importing;
  const columns: Columns = { line: "int", ...erp.staged };
  await createStage(client, "staged", { ...columns, ...JUDGED });
  await createStage(client, "change", CHANGE);
  await createStage(client, "source_line", SOURCE_LINE);
  const amountAt = erp.amount ? Object.keys(erp.staged).indexOf(erp.amount) : -1;
  let cents = 0n;
  let waiting: Cell[][] = [];
  let places: Cell[][] = [];
  let lines = 0;
  const flush = async () => {
    await insertRows(client, "staged", columns, waiting);
    await insertRows(client, "source_line", SOURCE_LINE, places);
    waiting = [];
    places = [];
    onLines(lines, cents);
  };
  for await (const { line, row, skipped } of rows) {
    lines++;
    if (skipped) await issues.add({ line, field: null, kind: "ignored", ...skipped });
    if (!row) continue;
    const read = row.problem ? [] : erp.read(row, today);
    if (row.problem) await issues.add({ line, ...row.problem, field: labelOf(file, row.problem.field), kind: "rejected" });
    else waiting.push(["entity" in file ? lines : line, ...read]);
    if (!row.problem && "entity" in file) places.push([lines, line]);
    if (!row.problem && amountAt >= 0) cents += BigInt((read[amountAt] as bigint | null) ?? 0n);
    if (waiting.length >= BATCH) await flush();
  }
  await flush();
  return lines;
}

type Settled = Omit<Counts, "lines" | "suspense"> & { readonly changed: number; readonly ended: number };

/** Notes the staged rows that were not taken and what the others changed, and counts how all of them ended. */
async function settle({ client, fileId, issues }: Importing): Promise<Settled> {
  await issues.flush();
  await client.query(
    `INSERT INTO import_issue (file_id, line, field, kind, code, "values")
     SELECT $1::int, coalesce(p.line, f.line), f.field, f.kind, f.code, f.vals
     FROM (SELECT line, field, outcome AS kind, code_said AS code, vals, 0 AS ordinal FROM staged WHERE outcome IN ('ignored', 'rejected')
       UNION ALL SELECT line, field, kind, code, vals, ordinal FROM change) f
     LEFT JOIN source_line p ON p.nth = f.line ORDER BY 2, f.line, f.ordinal`,
    [fileId],
  );
  const { rows } = await client.query<Settled>(
    `SELECT count(*) FILTER (WHERE outcome = 'added')::int AS added, count(*) FILTER (WHERE outcome = 'known')::int AS known,
       count(*) FILTER (WHERE outcome = 'ignored')::int AS ignored, count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected,
       count(*) FILTER (WHERE outcome = 'added' AND changed)::int AS changed,
       (SELECT count(DISTINCT line)::int FROM change WHERE kind = 'ended') AS ended FROM staged`,
  );
  return rows[0] ?? { added: 0, known: 0, ignored: 0, rejected: 0, changed: 0, ended: 0 };
}

async function bringInRows(importing: Importing, file: ErpFile | VeraFile, erp: ErpFormat, rows: AsyncIterable<SourceRow>) {
  const lines = await stage(importing, file, erp, rows);
  if (erp.format === "entries") await settleEntries(importing);
  else await importing.client.query(sqlFile(`intake/${erp.format}`));
  if (erp.format === "people") await importing.client.query(sqlFile("intake/tenants"));
  const settled = await settle(importing);
  // What was made on the way may be made again for the next kind of rows.
  await importing.client.query("DROP TABLE IF EXISTS pg_temp.address, pg_temp.given, pg_temp.back, pg_temp.bad_reversal");
  return { lines, ...settled };
}

/** Brings in one ERP file: reads, judges against what is known, saves. Set-based, whatever its size. */
export async function importErp(
  importing: Importing,
  file: ErpFile | VeraFile,
  chunks: () => AsyncIterable<Uint8Array>,
): Promise<Counts & Settled> {
  const { issues } = importing;
  const counts = { lines: 0, added: 0, known: 0, ignored: 0, rejected: 0, changed: 0, ended: 0 };
  const views = "entity" in file ? viewsOf(file) : [null];
  for (const view of views) {
    const rows = view ? veraRows(view, chunks()) : csvRows(file as ErpFile, chunks());
    const brought = await bringInRows(importing, file, view?.erp ?? file.erp, rows);
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += brought[name];
  }
  return { ...counts, suspense: 0, ignored: counts.ignored + issues.ignored, rejected: counts.rejected + issues.rejected };
}
