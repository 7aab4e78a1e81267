import { RefusedFile } from "@/lib/kernel/refusal";
import { readText } from "../../files/formats/text";

export interface CsvRecord {
  /** Line of the file on which the record begins, the first one being 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Delimiter = ";" | "," | "\t" | "|";
const DELIMITERS: readonly Delimiter[] = [";", ",", "\t", "|"];

/** More than this is no row of an administration, and is not kept in memory to find out. */
const LONGEST_RECORD = 200_000;
const MOST_COLUMNS = 2_000;

/** Where a record ended, or that its quote is still open (since that line). */
type Scanned = { readonly cells: string[]; readonly end: number } | { readonly openSince: number };

/** Reads one record with quotes in it from `at`: doubled quotes, line breaks and delimiters within quotes belong to the cell. */
function scan(text: string, at: number, delimiter: Delimiter): Scanned {
  const cells: string[] = [];
  let cell = "";
  let lines = 0;
  for (let pos = at; ; ) {
    if (cell === "" && text[pos] === '"') {
      const openedAfter = lines;
      pos++;
      for (;;) {
        const quote = text.indexOf('"', pos);
        if (quote < 0) return { openSince: openedAfter };
        cell += text.slice(pos, quote);
        pos = quote + 1;
        if (text[pos] !== '"') break;
        cell += '"';
        pos++;
      }
      lines += cell.split("\n").length - 1;
    }
    const start = pos;
    while (pos < text.length && text[pos] !== delimiter && text[pos] !== "\n") pos++;
    cells.push(cell + text.slice(start, pos));
    cell = "";
    if (pos >= text.length || text[pos] === "\n") return { cells, end: pos };
    pos++;
  }
}

/** Cuts text that comes in pieces into records. Holds no more than one record. */
class Records {
  private text = "";
  private line = 1;
  private heldReturn = false;

  constructor(private readonly delimiter: Delimiter) {}

  *push(piece: string): Generator<CsvRecord> {
    // A file may mix line ends: it was edited on another machine. A return at the end of a piece may still get its newline.
    let more = this.heldReturn ? `\r${piece}` : piece;
    this.heldReturn = more.endsWith("\r");
    if (this.heldReturn) more = more.slice(0, -1);
    this.text += more.includes("\r") ? more.replace(/\r\n?/g, "\n") : more;
    yield* this.take(false);
    if (this.text.length > LONGEST_RECORD) this.refuse();
  }

  *end(): Generator<CsvRecord> {
    this.text += "\n";
    yield* this.take(true);
  }

  private *take(last: boolean): Generator<CsvRecord> {
    let at = 0;
    for (let end = this.text.indexOf("\n", at); end >= 0; end = this.text.indexOf("\n", at)) {
      const plain = this.text.slice(at, end);
      let cells: string[];
      let lines = 1;
      if (plain.includes('"')) {
        const scanned = scan(this.text, at, this.delimiter);
        if ("openSince" in scanned) {
          if (last) throw new RefusedFile("broken-quotes", { line: this.line + scanned.openSince });
          break;
        }
        // The end of the text so far is no end of the record.
        if (scanned.end >= this.text.length) break;
        cells = scanned.cells;
        end = scanned.end;
        lines = this.text.slice(at, end).split("\n").length;
      } else cells = plain.split(this.delimiter);
      if (end - at > LONGEST_RECORD) throw new RefusedFile("line-too-long", { line: this.line });
      if (cells.length > MOST_COLUMNS) throw new RefusedFile("too-many-columns", { line: this.line, found: cells.length });
      if (end > at) yield { line: this.line, cells };
      this.line += lines;
      at = end + 1;
    }
    this.text = this.text.slice(at);
  }

  private refuse(): never {
    const scanned = this.text.includes('"') ? scan(this.text, 0, this.delimiter) : null;
    throw scanned && "openSince" in scanned
      ? new RefusedFile("broken-quotes", { line: this.line + scanned.openSince })
      : new RefusedFile("line-too-long", { line: this.line });
  }
}

/** The records of a whole text. */
function recordsOf(text: string, delimiter: Delimiter, most: number): CsvRecord[] {
  const records = new Records(delimiter);
  const found: CsvRecord[] = [];
  for (const record of records.push(`${text}\n`)) {
    found.push(record);
    if (found.length >= most) break;
  }
  return found;
}

/** How the columns of a file are written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** A first line that says `sep=;`, as a spreadsheet writes it. */
  readonly announced: boolean;
  /** How many records stand above the header: the title of a report, and rows of nothing but separators. */
  readonly titles?: number;
}

/** The column names of a file, and its first rows. */
export interface CsvHead extends Dialect {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `  Contract Nummer ` and `contract nummer` are one name. */
export const columnName = (cell: string): string => cell.trim().replace(/\s+/g, " ").toLowerCase();

const MOST_TITLES = 20;
const SAMPLE_ROWS = 5;
const filled = ({ cells }: CsvRecord) => cells.filter((cell) => cell.trim() !== "").length;

/**
 * Which of the first records is the header: the one with most names somebody knows, if it has two. Of a file of which no name is
 * known it is the first that has at least half as many cells as the fullest one: a title fills one or two.
 */
function headerAmong(records: readonly CsvRecord[], known: ReadonlySet<string>): { at: number; known: number } {
  const hits = records.map(({ cells }) => new Set(cells.map(columnName).filter((name) => known.has(name))).size);
  const most = Math.max(0, ...hits);
  if (most >= 2) return { at: hits.indexOf(most), known: most };
  const fullest = Math.max(0, ...records.map(filled));
  return {
    at: Math.max(
      0,
      records.findIndex((record) => filled(record) * 2 >= fullest),
    ),
    known: most,
  };
}

/**
 * Reads the head of a file: the delimiter is the one that finds most of the names somebody knows, else the most columns. Title
 * lines above the header are passed over.
 * @param complete whether this is the whole file
 */
export function readHead(text: string, known: ReadonlySet<string>, complete: boolean): CsvHead {
  const announced = /^\s*"?sep=.?"?\s*[\r\n]/i.exec(text);
  const after = announced ? text.slice(announced[0].length) : text;
  // A tab before the first name is an empty column.
  const [above = ""] = /^[^\S\t]*/.exec(after) ?? [];
  const blank = above.split(/\r\n?|\n/).slice(0, -1);
  const body = after.slice(above.length);
  if (!complete && !/[\r\n]/.test(body)) throw new RefusedFile("line-too-long", { line: 1 });
  const whole = complete ? body : body.replace(/[^\n]*$/, "");
  const found = DELIMITERS.map((delimiter) => {
    const records = recordsOf(whole, delimiter, MOST_TITLES + SAMPLE_ROWS);
    const header = headerAmong(records.slice(0, MOST_TITLES + 1), known);
    return { delimiter, records, header };
  });
  const worth = ({ records, header }: (typeof found)[number]) => header.known * 10_000 + (records[header.at]?.cells.length ?? 0);
  const { delimiter, records, header } = found.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  return {
    delimiter,
    announced: announced !== null,
    titles: header.at + blank.filter((line) => line !== "").length,
    header: (records[header.at]?.cells ?? []).map(columnName),
    rows: records.slice(header.at + 1, header.at + 1 + SAMPLE_ROWS).map(({ cells }) => cells),
  };
}

/** The records of a file after its header, one by one; memory does not grow with the file. */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, dialect: Dialect): AsyncGenerator<CsvRecord> {
  const records = new Records(dialect.delimiter);
  let before = (dialect.announced ? 2 : 1) + (dialect.titles ?? 0);
  for await (const text of readText(chunks)) {
    for (const record of records.push(text)) if (--before < 0) yield record;
  }
  for (const record of records.end()) if (--before < 0) yield record;
}
