import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const PAGE = "docs/entities.md";
const HEAD = `# What is kept

Drawn from \`prisma/schema\` by \`npm run entities\`, one picture per file of the model; what lies in another file is named, not drawn
out. A line with a fork: many rows belong to one. The words are explained in [the glossary](glossary.md).
`;

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly optional: boolean;
}

/** The models of one schema file with what each is for, and the keys by which they point at others. */
function readSchema(text: string): { models: Map<string, string>; relations: Relation[] } {
  const models = new Map<string, string>();
  const relations: Relation[] = [];
  for (const [, said = "", name = "", body = ""] of text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{([\s\S]*?)^\}/gm)) {
    models.set(
      name,
      said
        .replace(/^\/\/\/ ?/gm, "")
        .trim()
        .replace(/\n/g, " "),
    );
    for (const [, field = "", to = "", optional = ""] of body.matchAll(/^\s+(\w+)\s+(\w+)(\??)\s+@relation\([^)]*fields:/gm))
      relations.push({ from: name, to, field, optional: optional === "?" });
  }
  return { models, relations };
}

/** The page of pictures, as it should stand in `docs/entities.md`. */
export function entitiesPage(): string {
  const folder = path.join(ROOT, "prisma/schema");
  const parts = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const { models, relations } = readSchema(readFileSync(path.join(folder, file), "utf8"));
      if (models.size === 0) return [];
      const lines = relations.map(({ from, to, field, optional }) => `  ${to} ${optional ? "|o" : "||"}--o{ ${from} : ${field}`);
      const alone = [...models.keys()].filter((name) => !relations.some(({ from, to }) => from === name || to === name));
      const picture = ["```mermaid", "erDiagram", ...lines, ...alone.map((name) => `  ${name} {}`), "```"].join("\n");
      const rows = [...models].map(([name, said]) => `- **${name}**${said ? ` ${said}` : ""}`).join("\n");
      return [`## ${path.basename(file, ".prisma")}\n\n${picture}\n\n${rows}\n`];
    });
  return [HEAD, ...parts].join("\n");
}

if (process.argv[1]?.endsWith("entities.mjs")) writeFileSync(path.join(ROOT, PAGE), entitiesPage());
