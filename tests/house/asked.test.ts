import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BANK_FORMATS } from "@/lib/bank/domain/line";
import { FORMATS } from "@/lib/intake/domain/report";
import { ERP_FORMATS } from "@/lib/intake/formats/erp";
import { CONTACT_STEPS, DUTY_STEPS } from "@/lib/rules/steps";
import { THRESHOLD_NAMES } from "@/lib/rules/thresholds";
import { filesUnder, inFolder, type Node, nodesIn, ROOT, sources } from "./sources";
import { keysOf } from "./words";

/** What is asked for by a name that no compiler reads: a sentence, a statement, an address. A failure says what to write. */
const nothing: string[] = [];
const known = (["nl", "en"] as const).map((language) => new Set(keysOf(language)));
const missingWords = (keys: readonly string[]) => keys.filter((key) => known.some((words) => !words.has(key)));

/** The first argument of every call of a function by this name, when it is text; of a choice between texts, both. */
function* firstTexts(program: Node, called: string): Generator<string> {
  for (const node of nodesIn(program)) {
    const callee = node.type === "CallExpression" ? (node.callee as Node) : null;
    if (callee?.type !== "Identifier" || callee.name !== called) continue;
    const first = (node.arguments as Node[])[0];
    const options = first?.type === "ConditionalExpression" ? [first.consequent as Node, first.alternate as Node] : [first];
    for (const one of options) if (one?.type === "Literal" && typeof one.value === "string") yield one.value;
  }
}

describe("the words", () => {
  it("are there for every reason a rule can give", () => {
    const rules = inFolder("lib/rules").filter(({ file }) => !file.includes(".test."));
    const codes = new Set(rules.flatMap(({ program }) => [...firstTexts(program, "reason")]));
    expect(codes.size).toBeGreaterThan(50);
    expect(
      missingWords([...codes].map((code) => `reasons.${code}`)),
      "write its sentence in lib/i18n/messages/{nl,en}/reasons.json",
    ).toEqual(nothing);
  });

  it("are there for every threshold of the policy and every kind of file", () => {
    const asked = [
      ...THRESHOLD_NAMES.map((name) => `policies.name.${name}`),
      ...FORMATS.map((format) => `intake.format.${format}`),
    ];
    expect(missingWords(asked), "write its name in lib/i18n/messages/{nl,en}").toEqual(nothing);
  });
});

describe("a statement", () => {
  it("is a file of the room that is named", () => {
    const asked = sources.flatMap(({ file, program }) =>
      [...firstTexts(program, "sqlFile")].map((name) => ({ file, name, at: `lib/${name.replace("/", "/sql/")}.sql` })),
    );
    const gone = asked.filter(({ at }) => !existsSync(path.join(ROOT, at)));
    expect(asked.length).toBeGreaterThan(50);
    expect(gone.map(({ file, name, at }) => `${file}: "${name}" asks for ${at}`)).toEqual(nothing);
  });
});

describe("a page", () => {
  it("can be reached: something links to it", () => {
    const linking = sources.filter(({ file }) => /^(app|components|lib)\//.test(file) && file !== "lib/auth/permissions.ts");
    const pages = filesUnder("app", /page\.tsx$/)
      .filter((file) => !file.includes("["))
      .map((file) => path.dirname(file).replace(/^app\/?/, "/"));
    // A page that names itself (`enter("page:/…")`, a form that comes back) leads nobody to it.
    const linked = (page: string) =>
      linking.some(
        ({ file, text }) =>
          !file.startsWith(`app${page}/page`) &&
          [...`"?#\``].some((end) => text.replaceAll("page:/", "").includes(`${page}${end}`)),
      );
    const lonely = pages.filter((page) => page !== "." && page !== "/" && page !== "/werkbank" && !linked(page));
    expect(lonely, "link to it from the shell, the menu or the screen where somebody needs it").toEqual(nothing);
  });
});

describe("samples", () => {
  it("are kept of every format the bank has", () => {
    const none = BANK_FORMATS.filter((format) => !existsSync(path.join(ROOT, "tests/samples/bank", format)));
    expect(none, "put a file in tests/samples/bank/<format>, and its lines in expected.json").toEqual(nothing);
  });

  it("are kept of every file of the rent administration", () => {
    const texts = sources.filter(({ file }) => file.startsWith("tests/integration/")).map(({ text }) => text);
    const none = ERP_FORMATS.filter(({ format }) => !texts.some((text) => text.includes(`"${format}"`)));
    expect(none.map(({ format }) => format)).toEqual(nothing);
  });
});

describe("a step", () => {
  it("has a condition that is tried", () => {
    const tests = inFolder("lib/rules").filter(({ file }) => file.includes(".test."));
    const none = [...CONTACT_STEPS, ...DUTY_STEPS].filter((step) => !tests.some(({ text }) => text.includes(`"${step}"`)));
    expect(none, "try it in lib/rules/steps/contact.test.ts, duty.test.ts or <step>.test.ts").toEqual(nothing);
  });
});

describe("a class of a style sheet", () => {
  it("is worn by something", () => {
    const screens = [...inFolder("app"), ...inFolder("components")].filter(({ file }) => file.endsWith(".tsx"));
    const unworn = [...filesUnder("app", /\.css$/), ...filesUnder("components", /\.css$/)].flatMap((file) => {
      const name = path.basename(file);
      const isModule = name.endsWith(".module.css");
      const wearers = screens.filter(({ text }) => !isModule || text.includes(name));
      const css = readFileSync(path.join(ROOT, file), "utf8").replace(/\/\*[^]*?\*\/|:global\([^)]*\)/g, "");
      const classes = new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^;{}]*\{)/gi)].map(([, found]) => found ?? ""));
      // `btn-go` is worn where a screen makes `btn-${kind}`.
      const made = (one: string) => (one.includes("-") ? [`${one.slice(0, one.lastIndexOf("-"))}-\${`] : []);
      const word = (one: string) => new RegExp(isModule ? `styles\\.${one}\\b|["' ]${one}["' ]` : `["'\` ]${one}["'\` ]`);
      const worn = (one: string) => wearers.some(({ text }) => word(one).test(text) || made(one).some((it) => text.includes(it)));
      return [...classes].filter((one) => !worn(one)).map((one) => `${file}: .${one}`);
    });
    expect(unworn, "take the rule away").toEqual(nothing);
  });
});
