import { SaxesParser } from "saxes";
import { RefusedFile } from "@/lib/kernel/refusal";

/** Statements are shallow, their texts short and their elements few; what is not, is no statement and is not read on. */
const DEEPEST = 64;
const LONGEST_TEXT = 1 << 20;
const MOST_PATHS = 5000;

/** A place in the document, shared by every element that stands there, so that reading allocates no path texts. */
class Place {
  private readonly children = new Map<string, Place>();

  constructor(
    readonly name: string,
    /** From the part it belongs to: `RltdPties/DbtrAcct/Id/IBAN`. */
    readonly path: string,
    readonly isScope: boolean,
  ) {}

  child(name: string, make: (path: string) => Place): Place {
    let found = this.children.get(name);
    if (found === undefined) {
      found = make(this.isScope || this.path === "" ? name : `${this.path}/${name}`);
      this.children.set(name, found);
    }
    return found;
  }
}

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

  /** The first of these paths that has a text; the texts of a repeated element are joined by a space. */
  get(...paths: readonly string[]): string | null {
    for (const path of paths) {
      const text = this.texts.get(path);
      if (text !== undefined) return text;
    }
    return null;
  }
}

export interface ScopeListener {
  /** Whether it is a message that may stand without a document around it. */
  readonly isMessage: (name: string) => boolean;
  /** The root and what it holds; refuse by throwing. */
  readonly root: (name: string, namespace: string | null) => void;
  readonly open: (scope: Scope) => void;
  readonly close: (scope: Scope) => void;
}

/** Namespaces by the prefix they have here; `""` without one. */
type Prefixes = ReadonlyMap<string, string>;

function prefixesOf(attributes: Record<string, string>, around: Prefixes): Prefixes {
  let own: Map<string, string> | null = null;
  for (const name in attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    own ??= new Map(around);
    own.set(name.slice(6), attributes[name] ?? "");
  }
  return own ?? around;
}

/** An envelope has its header soon, or it is none. */
const HEADER_WITHIN = 100;

/** Reads XML piece by piece and tells of each of the named parts as it opens and closes. */
export class ScopeReader {
  private readonly parser = new SaxesParser({ position: true });
  private readonly places: Place[] = [];
  private readonly scopes: Scope[] = [];
  private readonly root = new Place("", "", false);
  private known = 0;
  private text = "";
  private silent = 0;
  private ended = false;
  /** Of the document: what stands in another, or in supplementary data, is no part of it. */
  private namespace: string | null = null;
  private readonly prefixes: Prefixes[] = [new Map()];
  /** How deep we are within what is passed over. */
  private passed = 0;
  /** What is around the document: the name of the envelope, how much of it was seen, and whether it has a header. */
  private envelope = "";
  private seen = 0;
  private hasHeader = false;

  constructor(
    private readonly parts: ReadonlySet<string>,
    private readonly listener: ScopeListener,
  ) {
    this.parser.on("doctype", () => this.refuse("doctype"));
    this.parser.on("error", () => this.refuse(this.ended ? "second-document" : "broken-xml"));
    this.parser.on("opentag", (tag) => this.openTag(tag.name, tag.attributes as Record<string, string>));
    this.parser.on("closetag", () => this.closeTag());
    const hear = (text: string) => {
      if (this.passed === 0) this.text += text;
    };
    this.parser.on("text", hear);
    this.parser.on("cdata", hear);
  }

  write(piece: string): void {
    this.silent += piece.length;
    this.parser.write(piece);
    if (this.silent > LONGEST_TEXT || this.text.length > LONGEST_TEXT) this.refuse("line-too-long");
  }

  end(): void {
    if (!this.ended) this.refuse("cut-off");
    this.parser.close();
    if (this.namespace === null) this.listener.root(this.envelope, null);
  }

  private refuse(code: string): never {
    throw new RefusedFile(code, { line: this.parser.line, column: this.parser.column });
  }

  private openTag(fullName: string, attributes: Record<string, string>): void {
    this.silent = 0;
    const prefixes = prefixesOf(attributes, this.prefixes.at(-1) ?? new Map());
    if (this.prefixes.push(prefixes) > DEEPEST + 1) this.refuse("too-deep");
    const colon = fullName.indexOf(":");
    const name = fullName.slice(colon + 1);
    const prefix = colon < 0 ? "" : fullName.slice(0, colon);
    // A prefix that nobody declared is at least the same one everywhere.
    const namespace = prefixes.get(prefix) ?? prefix;
    if (this.passed > 0 || (this.places.length > 0 && (namespace !== this.namespace || name === "SplmtryData"))) {
      this.passed++;
      return;
    }
    if (this.places.length === 0 && !this.entersDocument(name)) return;
    this.text = "";
    const place = (this.places.at(-1) ?? this.root).child(name, (path) => this.newPlace(name, path));
    const depth = this.places.push(place);
    if (depth === 1) this.namespace = namespace;
    if (depth === 2 || (depth === 1 && name !== "Document")) this.listener.root(name, this.namespace);
    if (place.isScope) {
      const scope = new Scope(name, depth, this.parser.line);
      this.scopes.push(scope);
      this.listener.open(scope);
    } else if (attributes["Ccy"] !== undefined) this.scopes.at(-1)?.add(`${place.path}@Ccy`, attributes["Ccy"]);
  }

  /** Whether the document begins here: at once, or within an envelope that has a header before it. */
  private entersDocument(name: string): boolean {
    if (name === "Document" && (this.seen === 0 || this.hasHeader)) return true;
    if (this.seen++ === 0) {
      this.envelope = name;
      return this.listener.isMessage(name);
    }
    if (name === "AppHdr") this.hasHeader = true;
    if (this.seen > HEADER_WITHIN && !this.hasHeader) this.listener.root(this.envelope, null);
    return false;
  }

  private newPlace(name: string, path: string): Place {
    if (++this.known > MOST_PATHS) this.refuse("too-varied");
    return new Place(name, path, this.parts.has(name));
  }

  private closeTag(): void {
    this.silent = 0;
    this.prefixes.pop();
    if (this.prefixes.length === 1) this.ended = true;
    if (this.passed > 0) {
      this.passed--;
      return;
    }
    const place = this.places.pop();
    const scope = this.scopes.at(-1);
    if (place?.isScope && scope) {
      this.scopes.pop();
      this.listener.close(scope);
    } else if (place && scope) {
      const text = this.text.trim();
      if (text !== "") scope.add(place.path, text);
    }
    this.text = "";
  }
}
