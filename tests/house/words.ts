import { readFileSync } from "node:fs";
import path from "node:path";
import { filesUnder, type Node, nodesIn, ROOT, type Source } from "./sources";

type Nested = { readonly [key: string]: string | Nested };

function* flat(prefix: string, nested: Nested): Generator<string> {
  for (const [key, value] of Object.entries(nested)) {
    if (typeof value === "string") yield `${prefix}.${key}`;
    else yield* flat(`${prefix}.${key}`, value);
  }
}

/** All keys of a language, with the room's name in front. */
export function keysOf(language: "nl" | "en"): string[] {
  const folder = `lib/i18n/messages/${language}`;
  return filesUnder(folder, /\.json$/).flatMap((file) => [
    ...flat(path.basename(file, ".json"), JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as Nested),
  ]);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const patternOf = (quasis: readonly string[]) => new RegExp(`^${quasis.map(escaped).join(".+")}$`);

/** The texts a program can hand to the translator: whole ones, and patterns of those it puts together. */
export function textsIn(all: readonly Source[]): { whole: Set<string>; patterns: RegExp[] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { program } of all) {
    for (const node of nodesIn(program)) {
      if (node.type === "Literal" && typeof node.value === "string") whole.add(node.value);
      if (node.type !== "TemplateLiteral") continue;
      const quasis = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
      if (quasis.length === 1) whole.add(quasis[0] ?? "");
      else if (quasis.join("").length > 2 && /[./]/.test(quasis.join(""))) patterns.push(patternOf(quasis));
    }
  }
  return { whole, patterns };
}

/** Keys handed to the translator as they stand: `t("room.key")`. */
export function askedFor({ program }: Source): string[] {
  const asked: string[] = [];
  for (const node of nodesIn(program)) {
    const callee = node.type === "CallExpression" ? (node.callee as Node) : null;
    const name =
      callee?.type === "Identifier" ? callee.name : callee?.type === "MemberExpression" ? (callee.object as Node).name : null;
    const first = (node.arguments as Node[] | undefined)?.[0];
    if ((name === "t" || name === "text") && first?.type === "Literal" && typeof first.value === "string")
      asked.push(first.value);
  }
  return asked;
}
