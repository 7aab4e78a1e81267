import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { entitiesPage } from "@/bin/entity-page";
import { isPanel } from "@/components/cases/primary";
import { CONTACT_STEPS, DUTY_STEPS, stepRow } from "@/lib/rules/steps";
import { filesUnder, type Node, nodesIn, ROOT, sources } from "./sources";
import { keysOf } from "./words";

/** Left for the words of the field (docs/glossary.md); any of them in a name, in code or in SQL. */
const LEFT_BEHIND =
  /(?:^|_|(?<=[a-z]))(?:[Ff]ates?|[Rr]etold|[Tt]wins?|[Hh]eeds?|[Uu]nplaced?|[Nn]amings?|[Ll]ook_?[Aa]gain)(?=[A-Z_]|$)/;
/** The outward name of `reassessOn`, in the JSON of the command line. */
const OUTWARD = new Set(["lookAgainOn"]);

describe("what the pure rooms offer", () => {
  it("says in a sentence what it does", () => {
    const pure = sources.filter(
      ({ file }) => /^lib\/(kernel|rules)\/|^lib\/[^/]+\/domain(\.ts$|\/)/.test(file) && !file.includes(".test."),
    );
    const silent = pure.flatMap(({ file, text, program }) =>
      (program.body as Node[]).flatMap((node) => {
        const name = node.type === "ExportNamedDeclaration" ? functionNamed(node.declaration as Node | null) : null;
        return name && !text.slice(0, Number(node.start)).trimEnd().endsWith("*/") ? [`${file}: ${name}`] : [];
      }),
    );
    expect(silent, "say what it answers, with units, shapes, errors and, where law or a standard decides, the source").toEqual(
      nothing,
    );
  });
});

/** The name of an exported function; null for whatever is none. */
function functionNamed(declared: Node | null): string | null {
  if (declared?.type === "FunctionDeclaration") return String((declared.id as Node).name);
  const [first] = (declared?.type === "VariableDeclaration" ? (declared.declarations as Node[]) : []) as (Node | undefined)[];
  const isFunction = /^(ArrowFunctionExpression|FunctionExpression)$/.test((first?.init as Node | undefined)?.type ?? "");
  return first && isFunction ? String((first.id as Node).name) : null;
}

describe("names", () => {
  it("are those of the glossary, not our own of before", () => {
    const inCode = sources.flatMap(({ file, program }) =>
      [...nodesIn(program)].flatMap((node) => {
        const name = node.type === "Identifier" ? String(node.name) : "";
        return LEFT_BEHIND.test(name) && !OUTWARD.has(name) ? [`${file}: ${name}`] : [];
      }),
    );
    const inSql = filesUnder("lib", /\.sql$/).flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), "utf8").replace(/--.*$/gm, "").matchAll(/\w+/g)].flatMap(([word]) =>
        LEFT_BEHIND.test(word) ? [`${file}: ${word}`] : [],
      ),
    );
    expect([...new Set([...inCode, ...inSql])], "take the word of docs/glossary.md").toEqual(nothing);
  });
});

describe("the picture of what is kept", () => {
  it("is drawn from the model as it stands", () => {
    expect(entitiesPage(), "run: npm run entities").toBe(readFileSync(path.join(ROOT, "docs/entities.md"), "utf8"));
  });
});

/** What the recipes of CONTRIBUTING.md ask for and a compiler cannot see. A failure says which file is missing. */
const nothing: string[] = [];

describe("a step of the ladders", () => {
  it("has its words in both languages, and the button it names", () => {
    const words = (["nl", "en"] as const).map((lang) => new Set(keysOf(lang)));
    const missing = [...CONTACT_STEPS, ...DUTY_STEPS].flatMap((step) => {
      const { button } = stepRow(step);
      const asked = [`steps.doing.${step}`, `steps.passage.${step}`, ...(button ? [`casepage.button.${button.words}`] : [])];
      const form = button && !isPanel(button.form) ? [`${step}: no form ${button.form}`] : [];
      return [...asked.filter((key) => words.some((known) => !known.has(key))), ...form];
    });
    expect(
      missing,
      "write the words in lib/i18n/messages/{nl,en}/steps.json; the forms are in components/cases/primary.ts",
    ).toEqual(nothing);
  });
});
