import { RefusedFile } from "@/lib/kernel/refusal";
import { readText } from "../../files/formats/text";

export interface JsonElement {
  /** Line of the file on which the element begins. */
  readonly line: number;
  readonly value: unknown;
}

/** More than this is no row of an administration, and is not kept in memory to find out. */
const LONGEST_ELEMENT = 1_000_000;
const DEEPEST = 40;

/**
 * Cuts a JSON array (or the one array inside an object) into its elements, which come in pieces. Only counts brackets and
 * quotes itself; each element is then parsed by the language's own parser.
 */
class Elements {
  private text = "";
  private at = 0;
  private line = 1;
  private depth = 0;
  /** At which depth the elements lie: 1 in a bare array, 2 in an array inside an object. */
  private inside = 0;
  private inString = false;
  private escaped = false;
  private start = -1;
  startedOn = 1;
  private isOver = false;

  *push(piece: string): Generator<JsonElement> {
    this.text += piece;
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at] ?? "";
      if (sign === "\n") this.line++;
      if (this.inString) this.withinString(sign);
      else if (sign === '"') this.inString = true;
      else if (sign === "{" || sign === "[") this.open(sign);
      else if (sign === "}" || sign === "]") {
        const element = this.close();
        if (element) yield element;
      } else if (this.depth === 0 && /\S/.test(sign)) this.broken();
    }
    const keep = this.start >= 0 ? this.start : this.text.length;
    this.text = this.text.slice(keep);
    this.at -= keep;
    if (this.start >= 0) this.start = 0;
    if (this.text.length > LONGEST_ELEMENT) throw new RefusedFile("line-too-long", { line: this.startedOn });
  }

  end(): void {
    if (!this.isOver) throw new RefusedFile("json-cut-off", { line: this.line });
  }

  private withinString(sign: string): void {
    if (this.escaped) this.escaped = false;
    else if (sign === "\\") this.escaped = true;
    else if (sign === '"') this.inString = false;
  }

  private open(sign: string): void {
    if (this.isOver) this.broken();
    this.depth++;
    if (this.depth > DEEPEST) throw new RefusedFile("json-too-deep", { line: this.line });
    if (sign === "[" && this.inside === 0) this.inside = this.depth;
    else if (this.inside > 0 && this.depth === this.inside + 1 && this.start < 0) {
      this.start = this.at;
      this.startedOn = this.line;
    }
  }

  private close(): JsonElement | null {
    this.depth--;
    if (this.depth < 0) this.broken();
    if (this.depth === 0) this.isOver = true;
    if (this.start < 0 || this.depth !== this.inside) return null;
    const text = this.text.slice(this.start, this.at + 1);
    const line = this.startedOn;
    this.start = -1;
    try {
      return { line, value: JSON.parse(text) as unknown };
    } catch {
      throw new RefusedFile("broken-json", { line });
    }
  }

  private broken(): never {
    throw new RefusedFile("broken-json", { line: this.line });
  }
}

/** The elements of a JSON file, one by one; memory does not grow with the file. */
export async function* readJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonElement> {
  const elements = new Elements();
  for await (const text of readText(chunks)) yield* elements.push(text);
  elements.end();
}

/**
 * The first element in the head of a file, to see what it is.
 * @param complete whether this is the whole file
 * @throws RefusedFile when there is none because the file is cut off, damaged or holds none
 */
export function firstElement(text: string, complete: boolean): unknown {
  const elements = new Elements();
  for (const { value } of elements.push(text)) return value;
  if (!complete) throw new RefusedFile("line-too-long", { line: elements.startedOn });
  elements.end();
  if (/\[\s*\]/.test(text)) throw new RefusedFile("empty-file");
  return null;
}
