import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { entitiesPage } from "@/bin/entity-page";
import { isPanel } from "@/components/cases/primary";
import { CONTACT_STEPS, DUTY_STEPS, stepRow } from "@/lib/rules/steps";
import { filesUnder, nodesIn, ROOT, sources } from "./sources";
import { keysOf } from "./words";

/** Left for the words of the field (docs/glossary.md); any of them in a name, in code or in SQL. */
const LEFT_BEHIND =
  /(?:^|_|(?<=[a-z]))(?:[Ff]ates?|[Rr]etold|[Tt]wins?|[Hh]eeds?|[Uu]nplaced?|[Nn]amings?|[Ll]ook_?[Aa]gain)(?=[A-Z_]|$)/;
/** The outward name of `reassessOn`, in the JSON of the command line. */
const OUTWARD = new Set(["lookAgainOn"]);

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
