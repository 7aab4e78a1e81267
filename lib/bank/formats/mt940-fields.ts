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
const TAG = /^\s*:(\d{2}[A-Z]?|NS|940):(.*)$/s;
const END = /^-(?:\}.*|X+\s*)?\s*$/s;
/** Envelopes and lines with which banks begin a message. */
const HEADING = /^(?:\{.*|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s*|9[0-9]{2}(?:\s+\d+)?\s*|0000 01.*|\s*)$/s;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const latin1 = new TextDecoder("windows-1252");

/** Programs of DOS end a file with Ctrl-Z, also within files that were put together. */
const withoutEnd = (text: string): string => text.replaceAll("\u001a", "");

/** MT940 knows no encoding: UTF-8 where a line is that, else the signs of Windows. */
function textOf(bytes: Uint8Array, line: number): string {
  if (bytes.includes(0)) throw new RefusedFile("nul-bytes", { line });
  try {
    return withoutEnd(utf8.decode(bytes));
  } catch {
    return withoutEnd(latin1.decode(bytes));
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

type Place = "outside" | "head" | "lines" | "closed";

const placeAfter = (tag: string, place: Place): Place => {
  if (/^6[01]/.test(tag)) return "lines";
  if (tag.startsWith("62")) return "closed";
  return /^2[05]/.test(tag) ? "head" : place;
};

const ACCOUNT = /^\s*(?:[A-Z]+\/)?(?:NL\d{2}[A-Z]{4}\d{10}|\d[\d.]{6,})\s*(?:\/?EUR)?\s*$/;

/**
 * Whether what looks like a field is one, within the lines of a statement or the words after it: a text is cut wherever a line is
 * full, also within a time of day. What may begin a statement counts only with the field that follows it, so that no statement is
 * taken for text.
 */
function isField(tag: string, rest: string, next: string, place: Place): boolean {
  if (tag === "61") return /^\s*\d{6}|[CD]\s*\d+,/.test(rest);
  if (tag === "20") return /^\s*:(?:21|25P?):/.test(next);
  if (/^25P?$/.test(tag)) return ACCOUNT.test(rest) || /^\s*:(?:28C?|60[FM]):/.test(next);
  if (/^28C?$/.test(tag)) return /^\s*:60[FM]:/.test(next);
  if (/^6[45]$/.test(tag)) return place === "closed";
  return tag === "86" || /^6[02][FM]$/.test(tag);
}

/** Each line with the one after it. A message may begin on the line that ends the one before. */
async function* linesWithNext(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ line: number; text: string; next: string }> {
  let before: { line: number; text: string } | null = null;
  for await (const one of linesOf(chunks)) {
    const begins = /^-\}.*?(\{1:.*\{4:.*)$/.exec(one.text);
    const pieces = begins ? ["-}", begins[1] ?? ""] : [one.text];
    for (const text of pieces) {
      if (before) yield { ...before, next: text };
      before = { line: one.line, text };
    }
  }
  if (before) yield { ...before, next: "" };
}

/** Fields that have more than one line. */
const LONG = /^(?:61|86|NS)$/;

/** The fields of a file of MT940 messages, one by one. */
export async function* swiftFields(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SwiftField> {
  let field: SwiftField | null = null;
  let place: Place = "outside";
  for await (const { line, text: raw, next } of linesWithNext(chunks)) {
    const text = line === 1 ? raw.replace(/^\uFEFF/, "") : raw;
    // The envelope may stand before the first field on one line.
    const inner = text.replace(/^\{1:.*?\{4:\s*/, "");
    const [, tag, rest = ""] = TAG.exec(inner) ?? [];
    const isText = place === "lines" || (place === "closed" && field?.tag === "86");
    if (tag !== undefined && !(isText && !isField(tag, rest, next, place))) {
      if (field) yield field;
      place = placeAfter(tag, place);
      field = { tag, line, texts: [rest] };
    } else if (END.test(text) && (place !== "lines" || text.trim() !== "-")) {
      if (field) yield field;
      field = null;
      place = "outside";
      yield { tag: "", line, texts: [] };
    } else if (field && LONG.test(field.tag) && !(place === "closed" && HEADING.test(text))) {
      if (field.texts.push(text) > MOST_LINES) throw new RefusedFile("field-too-long", { line: field.line });
    } else if (!HEADING.test(text)) {
      if (field) yield field;
      field = null;
      yield { tag: "?", line, texts: [text] };
    }
  }
  if (field) yield field;
}
