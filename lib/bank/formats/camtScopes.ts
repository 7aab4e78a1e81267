import { SaxesParser } from "saxes";
import { RefusedFile } from "@/lib/kernel/refusal";

/** The parts of a statement that are gathered as a whole; everything else is a named text within one of them. */
const SCOPES = new Set(["Stmt", "Bal", "Ntry", "TxDtls"]);
/** Statements are shallow and their texts short; what is not, is no statement and is not read on. */
const DEEPEST = 64;
const LONGEST_TEXT = 1 << 20;

/** Texts of one part of the statement, by their path within it: `RltdPties/DbtrAcct/Id/IBAN`; attributes as `Amt@Ccy`. */
export class Scope {
  private readonly texts = new Map<string, string>();

  constructor(
    readonly name: string,
    readonly depth: number,
    readonly line: number,
  ) {}

  add(path: string, text: string): void {
    const earlier = this.texts.get(path);
    this.texts.set(path, earlier === undefined ? text : `${earlier} ${text}`);
  }

  /** The first of these paths that has a text. */
  get(...paths: readonly string[]): string | null {
    for (const path of paths) {
      const text = this.texts.get(path);
      if (text !== undefined) return text;
    }
    return null;
  }
}

export interface ScopeListener {
  readonly open?: (scope: Scope) => void;
  readonly close: (scope: Scope) => void;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads CAMT XML piece by piece and tells of each part as it opens and closes. Only CAMT.053 is let in. */
export class ScopeReader {
  private readonly parser = new SaxesParser({ position: true });
  private readonly path: string[] = [];
  private readonly scopes: Scope[] = [];
  private text = "";
  private silent = 0;

  constructor(private readonly listener: ScopeListener) {
    this.parser.on("doctype", () => this.refuse("doctype"));
    this.parser.on("error", () => this.refuse("broken-xml"));
    this.parser.on("opentag", (tag) => this.openTag(localName(tag.name), tag.attributes as Record<string, string>));
    this.parser.on("closetag", (tag) => this.closeTag(localName(tag.name)));
    this.parser.on("text", (text) => {
      this.text += text;
    });
    this.parser.on("cdata", (text) => {
      this.text += text;
    });
  }

  write(piece: string): void {
    this.silent += piece.length;
    this.parser.write(piece);
    if (this.silent > LONGEST_TEXT || this.text.length > LONGEST_TEXT) this.refuse("line-too-long");
  }

  end(): void {
    const cutOff = this.path.length > 0;
    if (cutOff) this.refuse("cut-off");
    this.parser.close();
  }

  private refuse(code: string): never {
    throw new RefusedFile(code, { line: this.parser.line, column: this.parser.column });
  }

  private openTag(name: string, attributes: Record<string, string>): void {
    this.silent = 0;
    this.text = "";
    const depth = this.path.push(name);
    if (depth > DEEPEST) this.refuse("too-deep");
    if ((depth === 1 && name !== "Document") || (depth === 2 && name !== "BkToCstmrStmt")) {
      throw new RefusedFile("wrong-root", { root: name });
    }
    if (SCOPES.has(name)) {
      const scope = new Scope(name, depth, this.parser.line);
      this.scopes.push(scope);
      this.listener.open?.(scope);
    } else if (attributes["Ccy"] !== undefined) this.scopes.at(-1)?.add(`${this.pathInScope()}@Ccy`, attributes["Ccy"]);
  }

  private closeTag(name: string): void {
    this.silent = 0;
    const scope = this.scopes.at(-1);
    if (scope && SCOPES.has(name) && scope.depth === this.path.length) {
      this.scopes.pop();
      this.listener.close(scope);
    } else {
      const text = this.text.trim();
      if (text !== "") scope?.add(this.pathInScope(), text);
    }
    this.text = "";
    this.path.pop();
  }

  private pathInScope(): string {
    return this.path.slice(this.scopes.at(-1)?.depth ?? 0).join("/");
  }
}
