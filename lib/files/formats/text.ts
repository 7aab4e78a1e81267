import { isAscii, isUtf8 } from "node:buffer";
import { RefusedFile } from "@/lib/kernel/refusal";
import { otherCodePage } from "../domain/letters";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Enough to tell a byte order mark and the rhythm of UTF-16. */
const ENOUGH = 4;
/** Bytes that stand for nothing in Windows-1252, and so show that it is something else again. */
const NOTHING = /[\u0081\u008d\u008f\u0090\u009d]/;

const sequenceLength = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);
const newlines = (text: string) => text.split("\n").length - 1;

/** In which encoding the first bytes say a file is, by a byte order mark or by the nil bytes of UTF-16; null when they do not. */
export function markOf(bytes: Uint8Array): { encoding: Encoding; skip: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", skip: 2 };
  if (a && b === 0 && c && d === 0) return { encoding: "utf-16le", skip: 0 };
  if (a === 0 && b && c === 0 && d) return { encoding: "utf-16be", skip: 0 };
  return null;
}

/**
 * Turns the bytes of a text file into text, whatever it is written in: UTF-8, UTF-16, Windows-1252, with or without a byte
 * order mark, cut in pieces anywhere. Without a mark the first letter that is not plain ASCII decides between UTF-8 and
 * Windows-1252; a file that is first one and then the other is refused.
 */
export class TextReader {
  /** Null while every byte so far is the same in UTF-8 and Windows-1252. */
  encoding: Encoding | null = null;
  private started = false;
  private waiting = Buffer.alloc(0);
  private decoder: TextDecoder | null = null;
  private lines = 0;

  push(chunk: Uint8Array): string {
    const bytes =
      this.waiting.length > 0
        ? Buffer.concat([this.waiting, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.waiting = Buffer.alloc(0);
    if (this.started) return this.checked(this.read(bytes));
    if (bytes.length < ENOUGH) {
      this.waiting = Buffer.from(bytes);
      return "";
    }
    return this.checked(this.read(this.start(bytes)));
  }

  /** What was still waiting for its other half. */
  end(): string {
    let text = "";
    if (this.waiting.length > 0) {
      const bytes = this.started ? this.waiting : this.start(this.waiting);
      this.waiting = Buffer.alloc(0);
      if (!this.encoding && !isAscii(bytes)) this.choose(isUtf8(bytes) ? "utf-8" : "windows-1252");
      text = this.read(bytes);
    }
    return this.checked(text + this.decoded(() => this.decoder?.decode() ?? ""));
  }

  private start(bytes: Buffer): Buffer {
    this.started = true;
    const mark = markOf(bytes);
    if (!mark) return bytes;
    this.choose(mark.encoding);
    return bytes.subarray(mark.skip);
  }

  private choose(encoding: Encoding): void {
    this.encoding = encoding;
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  private read(bytes: Buffer): string {
    if (!this.encoding) {
      if (isAscii(bytes)) return bytes.toString("latin1");
      const at = bytes.findIndex((byte) => byte > 0x7f);
      const length = sequenceLength(bytes[at] ?? 0);
      if (bytes.length - at < length && this.maybeUtf8(bytes.subarray(at))) {
        this.waiting = Buffer.from(bytes.subarray(at));
        return bytes.toString("latin1", 0, at);
      }
      this.choose(isUtf8(bytes.subarray(at, at + length)) ? "utf-8" : "windows-1252");
    }
    return this.decoded(() => this.decoder?.decode(bytes, { stream: true }) ?? "", bytes);
  }

  /** Whether a cut-off piece can still become one letter of UTF-8. */
  private maybeUtf8(piece: Buffer): boolean {
    const [lead = 0, ...rest] = piece;
    return lead >= 0xc2 && lead <= 0xf4 && rest.every((byte) => byte >= 0x80 && byte <= 0xbf);
  }

  private decoded(decode: () => string, bytes?: Buffer): string {
    try {
      return decode();
    } catch {
      throw new RefusedFile("mixed-encoding", { line: this.lines + lineOfBadByte(bytes) });
    }
  }

  private checked(text: string): string {
    const nul = text.indexOf("\0");
    if (nul >= 0) throw new RefusedFile("nul-bytes", { line: this.lines + newlines(text.slice(0, nul)) + 1 });
    if (this.encoding === "windows-1252") {
      const nothing = text.search(NOTHING);
      const bad = nothing >= 0 ? nothing : otherCodePage(text);
      if (bad >= 0) throw new RefusedFile("unknown-letters", { line: this.lines + newlines(text.slice(0, bad)) + 1 });
    }
    this.lines += newlines(text);
    return text;
  }
}

/** The line within these bytes of the first one that is not UTF-8, so that a person can find the letter. */
function lineOfBadByte(bytes: Buffer | undefined): number {
  const lines = (bytes?.toString("latin1") ?? "").split("\n");
  return (
    Math.max(
      lines.findIndex((line) => !isUtf8(Buffer.from(line, "latin1"))),
      0,
    ) + 1
  );
}

/** The text of a file, piece by piece. @throws RefusedFile with the line where it stops being text. */
export async function* readText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const reader = new TextReader();
  for await (const chunk of chunks) {
    const text = reader.push(chunk);
    if (text !== "") yield text;
  }
  const rest = reader.end();
  if (rest !== "") yield rest;
}
