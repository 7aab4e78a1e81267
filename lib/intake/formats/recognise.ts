import { RefusedFile } from "@/lib/kernel/refusal";
import type { Format } from "../domain/report";
import { ERP_FORMATS } from "./erp";
import type { ErpFormat } from "./format";

/** How much of a file is read to know what it is. */
export const HEAD_BYTES = 65_536;

/** What a file is: one of our own formats with its header, or a bank statement. */
export type Recognised =
  | { readonly format: Format; readonly erp: ErpFormat; readonly header: readonly string[] }
  | { readonly format: "camt053"; readonly erp: null };

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);

function refuseOtherKinds(head: Uint8Array): void {
  if (head.length === 0) throw new RefusedFile("empty-file");
  if (startsWith(head, 0x1f, 0x8b) || startsWith(head, 0x50, 0x4b, 0x03, 0x04)) throw new RefusedFile("packed-file");
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new RefusedFile("packed-file");
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) throw new RefusedFile("not-text");
}

function textOf(head: Uint8Array): string {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) throw new RefusedFile("not-utf8", { line: 1 });
  if (head.includes(0)) throw new RefusedFile("not-text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    throw new RefusedFile("not-utf8", { line: lineOfBadByte(head) });
  }
}

/** The line of the first byte that is not UTF-8, so that a person can find the letter. */
export function lineOfBadByte(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  const bad = lines.findIndex((line) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1"));
      return false;
    } catch {
      return true;
    }
  });
  return bad + 1;
}

const nameOf = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim()
    .toLowerCase();

function fromHeader(line: string): Recognised {
  const header = line.split(";").map(nameOf);
  const hits = (columns: readonly string[], names: readonly string[]) =>
    columns.filter((column) => names.includes(column)).length;
  const best = ERP_FORMATS.reduce((a, b) => (hits(b.columns, header) > hits(a.columns, header) ? b : a));
  if (hits(best.columns, header) * 2 < best.columns.length) {
    const otherwise = line.split(/[,\t|]/).map(nameOf);
    const meant = ERP_FORMATS.find((erp) => hits(erp.columns, otherwise) * 2 >= erp.columns.length);
    throw meant ? new RefusedFile("wrong-separator") : new RefusedFile("unknown-header", { header: line.slice(0, 80) });
  }
  const missing = best.columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new RefusedFile("missing-column", { columns: missing.join(", "), format: best.format });
  const twice = best.columns.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice) throw new RefusedFile("column-twice", { column: twice });
  return { format: best.format, erp: best, header };
}

/**
 * Says what a file is from its first bytes.
 * @throws RefusedFile when it is nothing we read.
 */
export function recognise(head: Uint8Array): Recognised {
  refuseOtherKinds(head);
  // A statement says its own encoding; the parser reads that.
  const start = Buffer.from(head.subarray(0, 200)).toString("latin1");
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start)) return { format: "camt053", erp: null };
  const text = textOf(head).replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new RefusedFile("empty-file");
  return fromHeader(/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "");
}
