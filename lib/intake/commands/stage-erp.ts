import type { Sum } from "@/lib/bank/domain/accounted";
import { type Columns, copyLineOf, copyLines, createStage, type StagedRow } from "@/lib/platform/bulk";
import { type CsvRecord, readCsv } from "../formats/csv";
import { Row } from "../formats/fields";
import type { ErpFormat } from "../formats/format";
import { readJson } from "../formats/json";
import type { ErpFile, VeraFile, viewsOf } from "../formats/recognise";
import { asEntity } from "../formats/vera";
import type { Importing } from "./importing";

const BATCH = 4000;
/** What judging a row adds to it. */
const JUDGED: Columns = { outcome: "text", field: "text", code_said: "text", vals: "jsonb", changed: "boolean" };

/** What the rows change of what is known, old beside new, and what was left out of them. */
const SAID = { line: "int", kind: "text", field: "text", code: "text", vals: "jsonb" } as const;
const remarkLine = copyLineOf(SAID);
const CHANGE: Columns = { ordinal: "bigserial", ...SAID };

/** Rows of one entity begin on one line of the file: staged they have a number each, and this says where they stand. */
const SOURCE_LINE = { nth: "int", line: "int" } as const;
const placeLine = copyLineOf(SOURCE_LINE);

const blank = (record: CsvRecord) => record.cells.every((cell) => cell.trim() === "");

/** A row of a file on its way in: its cells under our names, or why there are none. */
export interface SourceRow {
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

export async function* csvRows(file: ErpFile, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  for await (const record of readCsv(chunks, file.dialect)) {
    const { line } = record;
    yield blank(record) ? { line, skipped: { code: "blank-row", values: {} } } : { line, row: rowOf(file, record) };
  }
}

type View = ReturnType<typeof viewsOf>[number];

export async function* veraRows({ rows }: View, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
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

/** Rows on their way into the tables of this transaction, so many at once. */
class Staging {
  private staged: string[] = [];
  private places: string[] = [];
  private remarks: string[] = [];
  private readonly columns: Columns;
  private readonly rowLine: (row: StagedRow<Columns>) => string;
  rows = 0;
  cents = 0n;

  constructor(
    private readonly client: Importing["client"],
    private readonly file: ErpFile | VeraFile,
    private readonly erp: ErpFormat,
  ) {
    this.columns = { line: "int", ...erp.staged };
    this.rowLine = copyLineOf(this.columns);
  }

  async begin(): Promise<void> {
    await createStage(this.client, "staged", { ...this.columns, ...JUDGED });
    await createStage(this.client, "change", CHANGE);
    await createStage(this.client, "source_line", SOURCE_LINE);
  }

  /** @param nth the row's own number when several stand on one line */
  add(line: number, nth: number, { remarks }: Row, staged: StagedRow<Columns>): void {
    const id = "entity" in this.file ? nth : line;
    this.rows++;
    const { amount } = this.erp;
    if (amount) this.cents += BigInt(staged[amount] ?? 0n);
    this.staged.push(this.rowLine({ line: id as never, ...staged }));
    if ("entity" in this.file) this.places.push(placeLine({ nth: id, line }));
    for (const { field, code, values } of remarks)
      this.remarks.push(
        remarkLine({ line: id, kind: "noted", field: labelOf(this.file, field), code, vals: JSON.stringify(values) }),
      );
  }

  async flush(): Promise<void> {
    const { client, staged, places, remarks } = this;
    [this.staged, this.places, this.remarks] = [[], [], []];
    if (staged.length > 0) await copyLines(client, "staged", this.columns, staged);
    if (places.length > 0) await copyLines(client, "source_line", SOURCE_LINE, places);
    if (remarks.length > 0) await copyLines(client, "change", SAID, remarks);
  }
}

/** Reads every row; what is right by itself waits in the table `staged`, the rest is noted. Answers what was read and what waits. */
export async function stage(
  { client, today, issues, onLines }: Importing,
  file: ErpFile | VeraFile,
  erp: ErpFormat,
  rows: AsyncIterable<SourceRow>,
): Promise<{ lines: number; staged: Sum }> {
  const staging = new Staging(client, file, erp);
  await staging.begin();
  let lines = 0;
  for await (const { line, row, skipped } of rows) {
    lines++;
    if (skipped) await issues.add({ line, field: null, kind: "ignored", ...skipped });
    const staged = !row || row.problem ? null : erp.read(row, today);
    if (row?.problem) await issues.add({ line, ...row.problem, field: labelOf(file, row.problem.field), kind: "rejected" });
    else if (row && staged) staging.add(line, lines, row, staged);
    if (lines % BATCH > 0) continue;
    await staging.flush();
    onLines(lines, staging.cents);
  }
  await staging.flush();
  onLines(lines, staging.cents);
  return { lines, staged: { lines: staging.rows, cents: staging.cents } };
}
