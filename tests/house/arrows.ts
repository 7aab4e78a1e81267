import { type Import, roomOf, type Source } from "./sources";

/** Files that know no framework, database, environment or clock: the heart and what untrusted input must look like. */
const KINDS = ["actions", "jobs", "commands", "queries", "domain", "schema", "formats", "channels", "templates"] as const;
export type Kind = (typeof KINDS)[number];

/** `lib/ledger/domain/allocate` → domain */
export function kindOf(file: string): Kind | null {
  if (/^lib\/(kernel|rules|platform|auth|i18n)\//.test(file)) return null;
  const part = file.split("/")[2]?.replace(/(\.test)?\.tsx?$/, "");
  return KINDS.find((kind) => kind === part) ?? null;
}

/** Lower rooms first; a room may use those of a lower rank, and of its own rank while no circle comes of it. */
const RANKS: readonly (readonly string[])[] = [
  ["tenancies", "policies"],
  ["ledger"],
  ["intake", "bank", "arrangements", "holds"],
  ["contact", "visits", "caretaker", "referrals", "legal"],
  ["cases"],
  ["queue", "rehearsals", "field"],
  ["bulk"],
  ["dashboard", "access", "accounts", "privacy", "health"],
];
/** Usable by every room. */
export const SHARED = [
  "kernel",
  "rules",
  "platform",
  "auth",
  "i18n",
  "staff",
  "audit",
  "clock",
  "files",
  "forms",
  "drafts",
  "claims",
];
export const ROOMS = [...RANKS.flat(), ...SHARED];
const rankOf = (room: string): number => RANKS.findIndex((rooms) => rooms.includes(room));

type Rule = (source: Source, to: Import) => string | null;
const isIn = (place: string, folder: string) => place === folder || place.startsWith(`${folder}/`);
const isPackage = ({ from }: Import) => !/^(app|bin|components|demo|lib|tests)\//.test(from);

const upward: Rule = ({ file }, { from }) => {
  if (/^(lib|components|app)\//.test(file) && from.startsWith("demo/"))
    return "the product does not know its demo: it may carry a clock of its own, and be asked to play on (lib/clock)";
  if (file.startsWith("demo/") && /^(app|components|bin)\//.test(from)) return "the demo knows no screens";
  if (file.startsWith("lib/") && /^(app|components|bin)\//.test(from))
    return "lib knows no screens: turn the arrow round, or move what is needed down";
  if (file.startsWith("components/") && from.startsWith("app/")) return "components know no routes: pass it as a property";
  if (/^(lib|components|app)\//.test(file) && !file.includes(".test.") && from.startsWith("tests/"))
    return "the product knows no tests";
  return null;
};

const screens: Rule = ({ file }, { from, typeOnly }) => {
  if (typeOnly) return null;
  const kind = kindOf(`${from}.ts`);
  if (file.startsWith("app/") && kind === "commands") return "a route calls an action, not a command";
  if (file.startsWith("app/") && (from === "lib/platform/db" || isIn(from, "lib/generated")))
    return "a route reads through a query of the room";
  if (file.startsWith("components/") && kind === "queries")
    return "a component gets its data as properties; the page asks the query";
  if (file.startsWith("components/") && kind === "schema")
    return "a schema checks on the server: the browser would load all of zod with it; take lists and limits from the domain";
  if (file.startsWith("components/") && (kind === "commands" || from === "lib/platform/db")) return "a component calls an action";
  return null;
};

const primitives: Rule = ({ file }, { from, typeOnly }) => {
  if (!file.startsWith("components/ui/") || typeOnly) return null;
  if (/^lib\/(kernel|i18n)\//.test(from) || !/^(lib|components)\//.test(from) || from.startsWith("components/ui/")) return null;
  return from === "lib/auth/state" ? null : "a primitive could ship in another product: give it what it needs as properties";
};

const PURE_PACKAGES = new Set([
  "libphonenumber-js",
  "ibantools",
  "zod",
  "saxes",
  "vitest",
  "fast-check",
  "intl-messageformat",
  "node:crypto",
]);
const pure: Rule = ({ file }, to) => {
  const room = roomOf(file);
  const kind = kindOf(file);
  const isPure = room === "kernel" || room === "rules" || kind === "domain" || kind === "schema";
  if (!isPure || to.typeOnly || file.includes(".test.") || /^lib\/[^/]+\/domain\.test/.test(file)) return null;
  if (isPackage(to))
    return PURE_PACKAGES.has(to.from.split("/")[0] ?? "")
      ? null
      : "the domain decides without the outside world: hand in what it needs";
  if (room === "kernel") return isIn(to.from, "lib/kernel") ? null : "the kernel imports nothing";
  if (room === "rules")
    return /^lib\/(kernel|rules)\//.test(to.from) ? null : "the rules import the kernel only: put what they need into Facts";
  if (isIn(to.from, "lib/platform") || isIn(to.from, "lib/generated"))
    return "the domain knows no clock, database or environment: hand it in";
  const target = kindOf(`${to.from}.ts`);
  return target && ["actions", "jobs", "commands", "queries"].includes(target)
    ? `a ${kind} does not import ${target}: turn the arrow round`
    : null;
};

const sideways: Rule = ({ file }, { from, typeOnly }) => {
  const [kind, target] = [kindOf(file), kindOf(`${from}.ts`)];
  if (!roomOf(file) || typeOnly || file.includes(".test.")) return null;
  const down = kind === "commands" || kind === "queries";
  if (down && (target === "actions" || target === "jobs"))
    return "commands and queries are called by actions and jobs, not the other way";
  if (kind === "queries" && target === "commands") return "a query only reads";
  return null;
};

const rooms: Rule = ({ file }, { from, typeOnly }) => {
  const [own, other] = [roomOf(file), roomOf(`${from}/x`)];
  if (!own || !other || own === other || typeOnly || !from.startsWith("lib/") || file.includes(".test.")) return null;
  if (SHARED.includes(other) || other === "generated") return null;
  if (SHARED.includes(own)) return `${own} is used by every room, so it knows none: hand in what it needs`;
  return rankOf(other) > rankOf(own) ? `${own} lies below ${other}: ask for it by a job, or move the deciding part up` : null;
};

/** Every import that points the wrong way, with what to do instead. */
export function wrongArrows(all: readonly Source[]): string[] {
  return all.flatMap((source) =>
    source.imports.flatMap((to) =>
      [upward, screens, primitives, pure, sideways, rooms].flatMap((rule) => {
        const instead = rule(source, to);
        return instead ? [`${source.file} imports ${to.from}: ${instead}`] : [];
      }),
    ),
  );
}

/** Rooms that import each other, as a path that comes back where it began. */
export function circle(all: readonly Source[]): string[] | null {
  const uses = new Map<string, Set<string>>();
  for (const { file, imports } of all) {
    const own = roomOf(file);
    if (!own || SHARED.includes(own) || file.includes(".test.")) continue;
    for (const { from, typeOnly } of imports) {
      const other = roomOf(from);
      if (other && other !== own && !typeOnly && !SHARED.includes(other) && ROOMS.includes(other))
        uses.set(own, (uses.get(own) ?? new Set()).add(other));
    }
  }
  const search = (room: string, path: string[]): string[] | null => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    for (const next of uses.get(room) ?? []) {
      const found = search(next, [...path, room]);
      if (found) return found;
    }
    return null;
  };
  for (const room of uses.keys()) {
    const found = search(room, []);
    if (found) return found;
  }
  return null;
}

/** Files that import each other, types included, as a path that comes back where it began. */
export function fileCircle(all: readonly Source[]): string[] | null {
  const bare = (file: string) => file.replace(/\.(ts|tsx|mjs)$/, "");
  const uses = new Map(all.map(({ file, imports }) => [bare(file), imports.map(({ from }) => from)]));
  const done = new Set<string>();
  const search = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of uses.get(file) ?? []) {
      const found = search(next, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of uses.keys()) {
    const found = search(file, []);
    if (found) return found;
  }
  return null;
}
