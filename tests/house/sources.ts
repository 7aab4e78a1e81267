import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Import {
  /** Path in the project without extension (`lib/kernel/day`), or the package's name. */
  readonly from: string;
  readonly typeOnly: boolean;
}
export interface Source {
  /** Path in the project: lib/ledger/domain/allocate.ts */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly program: Node;
  readonly directives: readonly string[];
  /** Nothing but `export … from`. */
  readonly barrel: boolean;
}
/** A node of the syntax tree; what it holds depends on its type. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const LEFT_OUT = new Set(["node_modules", "generated", ".next", ".data", ".git", "test-results"]);

export function filesUnder(folder: string, extension: RegExp): string[] {
  const full = path.join(ROOT, folder);
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => LEFT_OUT.has(part)))
    .sort();
}

function resolved(file: string, request: string): string {
  const bare = (text: string) => text.replace(/\.(ts|tsx|mjs)$/, "");
  if (request.startsWith("@/")) return bare(request.slice(2));
  if (request.startsWith(".")) return bare(path.normalize(path.join(path.dirname(file), request)));
  return request;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Every node of a tree, outermost first. */
export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child);
  }
}

function importsOf(file: string, text: string, module: ReturnType<typeof parseSync>["module"]): Import[] {
  const written = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: resolved(file, moduleRequest.value),
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: resolved(file, moduleRequest.value), typeOnly: isType }] : [],
    ),
  );
  const later = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const request = /^["']([^"']+)["']$/.exec(text.slice(start, end))?.[1];
    return request ? [{ from: resolved(file, request), typeOnly: false }] : [];
  });
  return [...written, ...passedOn, ...later];
}

export function read(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const body = program.body as unknown as Node[];
  const passesOn = (node: Node) => /^Export(All|Named)Declaration$/.test(node.type) && node.source;
  return {
    file,
    text,
    lines: text.split("\n").length - 1,
    imports: importsOf(file, text, module),
    program: program as unknown as Node,
    directives: body.flatMap((node) => (typeof node.directive === "string" ? [node.directive] : [])),
    barrel: body.length > 0 && body.every((node) => passesOn(node) || node.type === "ImportDeclaration") && body.some(passesOn),
  };
}

const CODE = /\.(ts|tsx|mjs)$/;
/** All code of the product and its tests. */
export const sources: readonly Source[] = ["app", "bin", "components", "demo", "lib", "tests"]
  .flatMap((folder) => filesUnder(folder, CODE))
  .map(read);

export const inFolder = (folder: string): Source[] => sources.filter(({ file }) => file.startsWith(`${folder}/`));
/** `lib/ledger/domain/allocate.ts` → ledger */
export const roomOf = (file: string): string | null => (file.startsWith("lib/") ? (file.split("/")[1] ?? null) : null);
