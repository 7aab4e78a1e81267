import { refuseOtherKinds } from "@/lib/files/formats/packed";
import { type Encoding, markOf } from "@/lib/files/formats/text";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { AcceptedEvent, BankFormat, ReadStatements } from "../domain/line";
import { readIso20022 } from "./iso20022";
import { readMt940 } from "./mt940";

/** How much of a file is looked at to know what it is. */
const HEAD = 4096;
/** A file can draw more notes than anyone reads. */
const MOST_NOTES = 200;

/** Where a file of MT940 begins: a field, an envelope, or the name of the bank with the number of the message. */
const MT940 = /^(?:\uFEFF|ï»¿)?\s*(?:\{1:|:(?:20|25|940):|[A-Z]{6}[A-Z0-9]{2,5}\s*\r?\n\s*94[02]|0000 01[A-Z]{6})/;

/** Which UTF-16 it is; null when it is none. */
const wideOf = (head: Uint8Array): Encoding | null => {
  const encoding = markOf(head)?.encoding ?? null;
  return encoding === "utf-8" ? null : encoding;
};

/** A file in UTF-16 as one in UTF-8. @throws RefusedFile when its bytes are not that. */
async function* narrow(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return Buffer.from(decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      throw new RefusedFile("not-its-encoding", { encoding });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

export interface RecognisedStatement {
  readonly format: BankFormat;
  readonly read: ReadStatements;
}

/** What the file is and how it has to be read, told by its content, never by its name. @throws RefusedFile when it is no bank statement. */
export function bankFormatOf(head: Uint8Array): RecognisedStatement {
  refuseOtherKinds(head);
  const wide = wideOf(head);
  const isWide = wide !== null;
  const start = Buffer.from(head).toString("latin1");
  const plain = isWide ? start.replaceAll("\0", "").replace(/^(?:ÿþ|þÿ)/, "") : start.replace(/^ï»¿/, "");
  if (plain.trim() === "") throw new RefusedFile("empty-file");
  if (!isWide && head.includes(0))
    throw new RefusedFile("nul-bytes", { line: start.slice(0, start.indexOf("\0")).split("\n").length });
  if (/^\s*<(?:!doctype\s+html|html)/i.test(plain)) throw new RefusedFile("html-file");
  if (/^\s*</.test(plain)) return { format: "camt053", read: readIso20022 };
  if (MT940.test(plain) || /^:20:.*\r?\n(?:.*\r?\n)?:25:/m.test(plain)) {
    return { format: "mt940", read: wide === null ? readMt940 : (chunks) => readMt940(narrow(chunks, wide)) };
  }
  throw new RefusedFile("not-a-statement", { start: plain.trim().slice(0, 40) });
}

/**
 * Reads a file of the bank in whatever format it is. Streaming; the same bytes in other pieces give the same events.
 * @throws RefusedFile when the file, or one line of it, cannot be read: then nothing of it may be believed
 */
export async function* readBankFile(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<AcceptedEvent> {
  const pieces = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < HEAD && !ended) {
    const { value, done } = await pieces.next();
    ended = done === true;
    if (!ended) {
      first.push(value);
      length += value.length;
    }
  }
  const head = first.length === 1 && first[0] ? first[0] : Buffer.concat(first);
  const { read } = bankFormatOf(head.subarray(0, HEAD));
  let notes = 0;
  for await (const event of read(again(head, pieces))) {
    if (event.type === "rejected") {
      const { line, field, said } = event;
      throw new RefusedFile("bad-line", { ...said.values, line, field, code: said.code });
    }
    if (event.type === "note" && ++notes > MOST_NOTES) continue;
    yield event;
  }
  if (notes > MOST_NOTES) yield { type: "note", said: { code: "more-notes", values: { count: notes - MOST_NOTES } } };
}

async function* again(head: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
}
