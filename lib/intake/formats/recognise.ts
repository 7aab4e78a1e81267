import type { BankFormat } from "@/lib/bank/domain/line";
import { bankFormatOf } from "@/lib/bank/formats/read";
import { refuseOtherKinds } from "@/lib/files/formats/packed";
import { RefusedFile } from "@/lib/kernel/refusal";
import { TextReader } from "../../files/formats/text";
import { lacking, type Mapping, type Origin, signatureOf } from "../domain/mapping";
import type { Format } from "../domain/report";
import { type CsvHead, columnName, type Dialect, readHead } from "./csv";
import { ERP_FORMATS } from "./erp";
import type { ErpFormat } from "./format";
import { firstElement } from "./json";
import { entityOf, VERA, type VeraEntity } from "./vera";

/** How much of a file is read to know what it is: the longest entity of a file of entities fits. */
export const HEAD_BYTES = 1 << 20;

/** Where the cell of one of our columns stands in a row, or the text that stands for it on every row. */
export type Place = { readonly at: number; readonly label: string } | { readonly always: string };

/** A CSV file of one of our own formats, as it is or through a mapping. */
export interface ErpFile {
  readonly format: Format;
  readonly erp: ErpFormat;
  readonly dialect: Dialect;
  /** How many cells a row has. */
  readonly width: number;
  readonly places: Readonly<Record<string, Place>>;
  /** The mapping by which it is read, when its header is not ours. */
  readonly mapping?: string;
}

/** A file of the sector's data standard: its entities give rows of our own formats. */
export interface VeraFile {
  readonly format: Format;
  readonly erp: ErpFormat;
  readonly entity: VeraEntity;
}

/** What a file is: one of our own formats, a file of entities, or a bank statement. */
export type Recognised = ErpFile | VeraFile | { readonly format: BankFormat; readonly erp: null };

const columnsOf = ({ columns, further = [] }: ErpFormat) => [...columns, ...further];
const KNOWN = new Set(ERP_FORMATS.flatMap(columnsOf));
const hits = (columns: readonly string[], header: readonly string[]) =>
  columns.filter((column) => header.includes(column)).length;

const formatCalled = (name: string): ErpFormat | undefined => ERP_FORMATS.find(({ format }) => format === name);

/** The kinds of rows that the entities of a file give, each with its format. */
export const viewsOf = ({ entity }: VeraFile) =>
  VERA[entity].flatMap(({ format, rows }) => {
    const erp = formatCalled(format);
    return erp ? [{ erp, rows }] : [];
  });

/** @throws RefusedFile when its entities are none we read. */
function fromJson(text: string, complete: boolean): VeraFile {
  const entity = entityOf(firstElement(text, complete));
  const erp = entity && formatCalled(VERA[entity][0]?.format ?? "");
  if (!entity || !erp) throw new RefusedFile("unknown-entities");
  return { format: erp.format, erp, entity };
}

/** The text of the first bytes. @throws RefusedFile when it is no text file. */
function textOf(head: Uint8Array): { text: string; complete: boolean } {
  refuseOtherKinds(head);
  const reader = new TextReader();
  const complete = head.length < HEAD_BYTES;
  const text = reader.push(head) + (complete ? reader.end() : "");
  if (text.trim() === "") throw new RefusedFile("empty-file");
  return { text, complete };
}

/** The first lines of a file as text and columns. @throws RefusedFile when it is no text file. */
export function headOf(head: Uint8Array): CsvHead {
  const { text, complete } = textOf(head);
  return readHead(text, KNOWN, complete);
}

const placeOf = (header: readonly string[], origin: Origin): Place =>
  "always" in origin ? origin : { at: header.indexOf(columnName(origin.from)), label: origin.from };

/** The file as the mapping reads it. @throws RefusedFile when a column it needs is not there. */
function mapped(head: CsvHead, mapping: Mapping): ErpFile {
  const erp = ERP_FORMATS.find(({ format }) => format === mapping.format);
  if (!erp) throw new RefusedFile("unknown-mapping", { name: mapping.name });
  const places = Object.fromEntries(
    Object.entries(mapping.columns).map(([ours, origin]) => [ours, placeOf(head.header, origin)]),
  );
  const gone = Object.values(places).flatMap((place) => ("at" in place && place.at < 0 ? [place.label] : []));
  if (gone.length > 0) throw new RefusedFile("mapping-misses", { name: mapping.name, columns: gone.join(", ") });
  const missing = lacking(erp.needed, (column) => places[column] !== undefined);
  if (missing.length > 0) throw new RefusedFile("missing-column", { columns: missing.join(", "), format: erp.format });
  return { format: erp.format, erp, dialect: head, width: head.header.length, places, mapping: mapping.name };
}

const MOST_COLUMNS = 100;

function fromHeader(head: CsvHead, mappings: readonly Mapping[], asked: string | undefined): ErpFile {
  const { header } = head;
  if (asked !== undefined) {
    const mapping = mappings.find(({ name }) => name === asked);
    if (!mapping) throw new RefusedFile("unknown-mapping", { name: asked });
    return mapped(head, mapping);
  }
  // A file that has all columns of a format is that; otherwise the one of which most are found.
  const likeness = ({ columns }: ErpFormat) =>
    hits(columns, header) + (hits(columns, header) === columns.length ? MOST_COLUMNS * columns.length : 0);
  const best = ERP_FORMATS.reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
  const missing = best.columns.filter((column) => !header.includes(column));
  if (missing.length === 0) {
    const columns = columnsOf(best).filter((column) => header.includes(column));
    const twice = columns.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
    if (twice) throw new RefusedFile("column-twice", { column: twice });
    const places = Object.fromEntries(columns.map((column) => [column, { at: header.indexOf(column), label: column }]));
    return { format: best.format, erp: best, dialect: head, width: header.length, places };
  }
  const signature = signatureOf(header);
  const mapping = mappings.find((one) => one.signature === signature);
  if (mapping) return mapped(head, mapping);
  if (hits(best.columns, header) * 2 >= best.columns.length)
    throw new RefusedFile("missing-column", { columns: missing.join(", "), format: best.format });
  throw new RefusedFile("unknown-header", { header: header.join("; ").slice(0, 80) });
}

const STATEMENT_HEAD = 4096;
/** What the bank's reader says of a file that may yet be one of ours. */
const OTHER_THAN_BANK = new Set(["not-a-statement", "nul-bytes", "empty-file"]);

/** What the bank made, if it did. A statement says its own encoding; the bank's own reader reads that. */
function statementIn(head: Uint8Array): BankFormat | null {
  try {
    return bankFormatOf(head.subarray(0, STATEMENT_HEAD)).format;
  } catch (error) {
    if (error instanceof RefusedFile && OTHER_THAN_BANK.has(error.code)) return null;
    throw error;
  }
}

/**
 * Says what a file is from its first bytes: by its own header, else by the mapping that knows its columns.
 * @param asked the mapping a person named; then only that one
 * @throws RefusedFile when it is nothing we read.
 */
export function recognise(head: Uint8Array, mappings: readonly Mapping[] = [], asked?: string): Recognised {
  refuseOtherKinds(head);
  const statement = statementIn(head);
  if (statement) return { format: statement, erp: null };
  const { text, complete } = textOf(head);
  return /^\s*[[{]/.test(text) ? fromJson(text, complete) : fromHeader(headOf(head), mappings, asked);
}
