import { type Cell, type Columns, createStage, insertRows } from "@/lib/platform/bulk";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Counts } from "../domain/report";
import { type CsvRecord, readCsv } from "../formats/csv";
import { Row } from "../formats/fields";
import type { ErpFile } from "../formats/recognise";
import type { Importing } from "./importing";
import { settleEntries } from "./settleEntries";

const BATCH = 4000;
/** What judging a row adds to it. */
const JUDGED: Columns = { outcome: "text", field: "text", code_said: "text", vals: "jsonb", changed: "boolean" };

/** What the rows change of what is known, old beside new. */
const CHANGE: Columns = { line: "int", kind: "text", field: "text", code: "text", vals: "jsonb" };

const blank = (record: CsvRecord) => record.cells.every((cell) => cell.trim() === "");

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

/** The name of a column as the file itself has it, so that a person finds it there. */
function labelOf({ places }: ErpFile, field: string): string | null {
  const place = places[field];
  return (place && "label" in place ? place.label : field) || null;
}

/** Reads every row; what is right by itself waits in the table `staged`, the rest is noted. Answers the number of lines. */
async function stage(importing: Importing, file: ErpFile, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const { client, today, issues, onLines } = importing;
  const { erp } = file;
  const columns: Columns = { line: "int", ...erp.staged };
  await createStage(client, "staged", { ...columns, ...JUDGED });
  await createStage(client, "change", CHANGE);
  const amountAt = erp.amount ? Object.keys(erp.staged).indexOf(erp.amount) : -1;
  let cents = 0n;
  let waiting: Cell[][] = [];
  let lines = 0;
  const flush = async () => {
    await insertRows(client, "staged", columns, waiting);
    waiting = [];
    onLines(lines, cents);
  };
  for await (const record of readCsv(chunks, file.dialect)) {
    lines++;
    const { line } = record;
    if (blank(record)) await issues.add({ line, field: null, kind: "ignored", code: "blank-row", values: {} });
    else {
      const row = rowOf(file, record);
      const read = row.problem ? [] : erp.read(row, today);
      if (row.problem) await issues.add({ line, ...row.problem, field: labelOf(file, row.problem.field), kind: "rejected" });
      else {
        waiting.push([line, ...read]);
        if (amountAt >= 0) cents += BigInt((read[amountAt] as bigint | null) ?? 0n);
      }
    }
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
     SELECT $1::int, line, field, outcome, code_said, vals FROM staged WHERE outcome IN ('ignored', 'rejected')
     UNION ALL SELECT $1::int, line, field, kind, code, vals FROM change ORDER BY 2`,
    [fileId],
  );
  const { rows } = await client.query<Settled>(
    `SELECT count(*) FILTER (WHERE outcome = 'added')::int AS added, count(*) FILTER (WHERE outcome = 'known')::int AS known,
       count(*) FILTER (WHERE outcome = 'ignored')::int AS ignored, count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected,
       count(*) FILTER (WHERE outcome = 'added' AND changed)::int AS changed,
       (SELECT count(DISTINCT line)::int FROM change WHERE kind = 'ended') AS ended FROM staged`,
  );
  const staged = rows[0] ?? { added: 0, known: 0, ignored: 0, rejected: 0, changed: 0, ended: 0 };
  return { ...staged, ignored: staged.ignored + issues.ignored, rejected: staged.rejected + issues.rejected };
}

/** Brings in one ERP file: reads, judges against what is known, saves. Set-based, whatever its size. */
export async function importErp(
  importing: Importing,
  file: ErpFile,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Counts & Settled> {
  const { erp } = file;
  const lines = await stage(importing, file, chunks);
  if (erp.format === "entries") await settleEntries(importing);
  else await importing.client.query(sqlFile(`intake/${erp.format}`));
  return { lines, suspense: 0, ...(await settle(importing)) };
}
