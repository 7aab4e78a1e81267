import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { RefusedFile } from "@/lib/kernel/refusal";
import { lineOfBadByte } from "./recognise";

export interface CsvRecord {
  /** Line of the file on which the record ends, the header being line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LONGEST_RECORD = 200_000;

const newlines = (bytes: Uint8Array) => {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
};

/** UTF-8 bytes as text. @throws RefusedFile with the line at the first byte that is not UTF-8 text. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 0;
  for await (const chunk of chunks) {
    if (chunk.includes(0)) throw new RefusedFile("not-text");
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch {
      throw new RefusedFile("not-utf8", { line: lines + Math.max(lineOfBadByte(chunk), 1) });
    }
    lines += newlines(chunk);
  }
  try {
    yield decoder.decode();
  } catch {
    throw new RefusedFile("not-utf8", { line: lines + 1 });
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = Number(error.lines ?? 0);
  if (error.code === "CSV_MAX_RECORD_SIZE") return new RefusedFile("line-too-long", { line });
  return new RefusedFile("broken-quotes", { line });
}

/** The records of a semicolon-separated file after its header, one by one; memory does not grow with the file. */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    delimiter: ";",
    info: true,
    max_record_size: LONGEST_RECORD,
    // A file may mix them: it was edited on another machine.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  pipeline(Readable.from(decode(chunks)), parser, () => {});
  try {
    let header = true;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!header) yield { line: info.lines, cells: record };
      header = false;
    }
  } catch (error) {
    throw refusalOf(error);
  }
}
