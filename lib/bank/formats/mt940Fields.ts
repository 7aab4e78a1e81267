import { RefusedFile } from "@/lib/kernel/refusal";

/** A field of an MT940 message, with the lines it runs on over; or the end of a message. */
export interface SwiftField {
  /** `61`, `60F`; empty for the end of a message. */
  readonly tag: string;
  readonly line: number;
  readonly texts: string[];
}

/** What is longer is no line of a message, and is not read on. */
const LONGEST_LINE = 1 << 16;
const MOST_LINES = 1000;
const TAG = /^\s?:(\d{2}[A-Z]?|NS|940):(.*)$/s;
const END = /^-(?:\}.*|X+\s*)?\s*$/s;
/** Envelopes and lines with which banks begin a message. */
const HEADING = /^(?:\{.*|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s*|9[0-9]{2}(?:\s+\d+)?\s*|0000 01.*|\s*)$/s;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const latin1 = new TextDecoder("windows-1252");

/** MT940 knows no encoding: UTF-8 where a line is that, else the signs of Windows. */
function textOf(bytes: Uint8Array, line: number): string {
  if (bytes.includes(0)) throw new RefusedFile("nul-bytes", { line });
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}

/** Lines with their numbers; they end with LF, CR LF or a CR alone. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ line: number; text: string }> {
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let line = 0;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = 0; at < rest.length; at++) {
      const byte = rest[at];
      if (byte !== 10 && byte !== 13) continue;
      // A CR at the end may still get its LF.
      if (byte === 13 && at + 1 === rest.length) break;
      yield { line: ++line, text: textOf(rest.subarray(from, at), line) };
      if (byte === 13 && rest[at + 1] === 10) at++;
      from = at + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST_LINE) throw new RefusedFile("line-too-long", { line: line + 1, column: LONGEST_LINE });
  }
  const last = rest.at(-1) === 13 ? rest.subarray(0, -1) : rest;
  if (last.length > 0) yield { line: ++line, text: textOf(last, line) };
}

/** A closing balance ends the lines of a statement: only after it can a lone dash be the end of the message. */
const isAfterLines = (field: SwiftField | null) => field === null || /^(?:6[245]|90|$)/.test(field.tag);

/** The fields of a file of MT940 messages, one by one. */
export async function* swiftFields(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SwiftField> {
  let field: SwiftField | null = null;
  let closed = false;
  for await (const { line, text: raw } of linesOf(chunks)) {
    const text = line === 1 ? raw.replace(/^\uFEFF/, "") : raw;
    // The envelope may stand before the first field on one line.
    const inner = text.replace(/^\{1:.*?\{4:\s*/, "");
    const tag = TAG.exec(inner);
    if (tag) {
      if (field) yield field;
      closed = closed && tag[1] === "86";
      closed ||= tag[1]?.startsWith("62") ?? false;
      field = { tag: tag[1] ?? "", line, texts: [tag[2] ?? ""] };
    } else if (END.test(text) && (closed || isAfterLines(field) || text.trim() !== "-")) {
      if (field) yield field;
      field = null;
      yield { tag: "", line, texts: [] };
    } else if (field && !(closed && HEADING.test(text))) {
      if (field.texts.push(text) > MOST_LINES) throw new RefusedFile("field-too-long", { line: field.line });
    } else if (!HEADING.test(text)) yield { tag: "?", line, texts: [text] };
  }
  if (field) yield field;
}
