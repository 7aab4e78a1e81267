import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { OLDEST_POSTGRES } from "@/bin/database/open";
import { demoBuildings } from "@/demo/domain/buildings";
import { CORPORATION, DEMO_PASSWORD, DEMO_STAFF } from "@/demo/domain/staff";
import { SHIPPED_END } from "@/demo/domain/timeline";
import { MATRIX } from "@/lib/auth/permissions";
import { formatDay, NBSP } from "@/lib/i18n/format";
import { CONTACT_LADDER, DUTY_LADDER } from "@/lib/rules/ladder";
import { circle, fileCircle, ROOMS, wrongArrows } from "./house/arrows";
import { filesUnder, inFolder, type Node, nodesIn, ROOT, type Source, sources } from "./house/sources";
import { askedFor, keysOf, textsIn } from "./house/words";

/** What a machine can check of docs/decisions/0001. A failure says what to do instead. */
const product = sources.filter(({ file }) => !file.startsWith("tests/"));
const nothing: string[] = [];
const IN_ROOM = /^(domain|domain\.test|schema|queries|commands|actions|jobs)\.ts$/;
const FOLDERS = ["domain", "schema", "queries", "commands", "actions", "sql", "formats", "channels", "templates"];
/** Rooms with a vocabulary of their own: values, rules, and the outside world, one noun per file. */
const FREE = ["kernel", "rules", "platform", "auth", "i18n"];
const VAGUE = /^(index|utils?|helpers?|types?|constants?|services?|managers?|misc|common|shared|base)\.tsx?$/;

describe("the rooms", () => {
  it("are those of the map, and nothing else", () => {
    const found = [...new Set(filesUnder("lib", /./).map((file) => file.split("/")[1] ?? ""))];
    const unknown = found.filter((room) => !ROOMS.includes(room));
    expect(unknown, "put it in a room of the map, or add the room to tests/house/arrows.ts and a decision record").toEqual(
      nothing,
    );
  });

  it("hold only files from the closed list", () => {
    const wrong = filesUnder("lib", /./).filter((file) => {
      const [, room = "", first = "", ...rest] = file.split("/");
      return !FREE.includes(room) && !(rest.length === 0 ? IN_ROOM.test(first) : FOLDERS.includes(first));
    });
    expect(
      wrong,
      "name it after what it is in the room: domain, schema, queries, commands, actions, jobs, or a folder of that name",
    ).toEqual(nothing);
  });

  it("have no file whose name says nothing", () => {
    const wrong = sources.map(({ file }) => file).filter((file) => VAGUE.test(path.basename(file)));
    expect(wrong, "name the file after the one noun or verb it holds").toEqual(nothing);
  });

  it("have no barrels", () => {
    const wrong = sources.filter(({ barrel }) => barrel).map(({ file }) => file);
    expect(wrong, "import from the file that holds it").toEqual(nothing);
  });
});

describe("the size of files", () => {
  const written = sources.filter(({ file }) => !file.startsWith("tests/samples/"));

  it("is at most 300 lines, and 120 for a page or actions", () => {
    const limit = ({ file }: Source) => (/(^|\/)(page\.tsx|actions\.ts)$|\/actions\//.test(file) ? 120 : 300);
    const wrong = written.filter((source) => source.lines > limit(source)).map(({ file, lines }) => `${file}: ${lines}`);
    expect(wrong, "split it: one noun or one verb per file").toEqual(nothing);
  });

  it("is small in general: half at most 60 lines, nine in ten at most 200", () => {
    const lines = product.map((source) => source.lines).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)], "the median grew past 60 lines: split the larger files").toBeLessThanOrEqual(60);
    expect(lines[Math.floor(lines.length * 0.9)], "too many large files: split them").toBeLessThanOrEqual(200);
  });
});

describe("who acts", () => {
  it("is made only by the session, and by programs that have none", () => {
    const makers = /^(lib\/(auth\/actor|staff\/queries)|demo\/commands\/|tests\/)/;
    const wrong = sources.filter(({ file, text }) => /\bknownActor\b/.test(text) && !makers.test(file)).map(({ file }) => file);
    expect(wrong, "hand in the actor of the session, or SYSTEM in a job").toEqual(nothing);
    const screens = sources.filter(({ file, text }) => /^(app|components)\//.test(file) && /\bSYSTEM\b/.test(text));
    expect(
      screens.map(({ file }) => file),
      "a screen shows what its colleague may see",
    ).toEqual(nothing);
  });
});

describe("the arrows", () => {
  it("point down only", () => expect(wrongArrows(sources)).toEqual(nothing));
  it("make no circle of rooms", () =>
    expect(circle(sources), "cut the circle: move the deciding part up, or ask by a job").toBeNull());
  it("make no circle of files, types included", () =>
    expect(fileCircle(sources), "move what both need into a file of its own").toBeNull());
});

describe("actions", () => {
  const actionFiles = inFolder("lib").filter(({ file }) => /^lib\/[^/]+\/actions(\.ts$|\/)/.test(file));

  it('are the only place with "use server"', () => {
    const wrong = sources.filter(
      ({ directives, text }) => directives.includes("use server") || /^\s*["']use server["'];?\s*$/m.test(text),
    );
    const outside = wrong.filter((source) => !actionFiles.includes(source)).map(({ file }) => file);
    expect(outside, "move it to the room's actions.ts").toEqual(nothing);
    const without = actionFiles.filter(({ directives }) => !directives.includes("use server")).map(({ file }) => file);
    expect(without, 'an actions file begins with "use server"').toEqual(nothing);
  });

  it("are each made by the wrapper, under their own entry of the permission matrix", () => {
    const wrong: string[] = [];
    const made = new Set<string>();
    for (const { file, program } of actionFiles) {
      const room = file.split("/")[1];
      for (const { name, value } of exportsOf(program)) {
        const callee = value?.type === "CallExpression" ? String((value.callee as Node).name) : "";
        const entry = (value?.arguments as Node[] | undefined)?.[0]?.value;
        if (!/^(open|step)?action$/i.test(callee) || entry !== `action:${room}.${name}`) wrong.push(`${file}: ${name}`);
        made.add(`action:${room}.${name}`);
      }
    }
    expect(wrong, 'write: export const NAME = action("action:ROOM.NAME", schema, command)').toEqual(nothing);
    const entries = Object.keys(MATRIX).filter((entry) => entry.startsWith("action:"));
    expect(
      [...made].filter((entry) => !entries.includes(entry)),
      "add the action to MATRIX in lib/auth/permissions.ts",
    ).toEqual(nothing);
    expect(
      entries.filter((entry) => !made.has(entry)),
      "this entry of MATRIX has no action: remove it, or write the action",
    ).toEqual(nothing);
  });
});

/** `export const name = value` and `export function name`. */
function exportsOf(program: Node): { name: string; value: Node | null }[] {
  return (program.body as Node[]).flatMap((node): ReturnType<typeof exportsOf> => {
    const declared =
      node.type === "ExportNamedDeclaration" && node.exportKind !== "type" ? (node.declaration as Node | null) : null;
    if (declared?.type === "VariableDeclaration") {
      return (declared.declarations as Node[]).map(({ id, init }) => ({ name: String((id as Node).name), value: init as Node }));
    }
    return declared?.type === "FunctionDeclaration" ? [{ name: String((declared.id as Node).name), value: null }] : [];
  });
}

describe("pages and routes", () => {
  const routeOf = (file: string) =>
    `/${path
      .dirname(path.relative("app", file))
      .replace(/^\.$/, "")
      .replaceAll(/\([^)]*\)\/?/g, "")}`;
  const pages = sources.filter(({ file }) => /^app\/(.*\/)?page\.tsx$/.test(file));
  const routes = sources.filter(({ file }) => /^app\/(.*\/)?route\.ts$/.test(file));

  it("each have their entry in the permission matrix, and the matrix has no others", () => {
    const found = [...pages.map(({ file }) => `page:${routeOf(file)}`), ...routes.map(({ file }) => `route:${routeOf(file)}`)];
    const entries = Object.keys(MATRIX).filter((entry) => !entry.startsWith("action:"));
    expect(
      found.filter((entry) => !entries.includes(entry)),
      "add it to MATRIX in lib/auth/permissions.ts",
    ).toEqual(nothing);
    expect(
      entries.filter((entry) => !found.includes(entry)),
      "this entry of MATRIX has no page or route",
    ).toEqual(nothing);
  });

  it("ask for that entry at the door", () => {
    const matrix: Record<string, unknown> = MATRIX;
    const wrong = pages.filter(({ file, text }) => {
      const entry = `page:${routeOf(file)}`;
      return matrix[entry] !== "everyone" && !text.includes(`enter("${entry}")`);
    });
    expect(
      wrong.map(({ file }) => file),
      'begin the page with: const actor = await enter("page:/…")',
    ).toEqual(nothing);
  });
});

describe("clock, environment and chance", () => {
  it("are read only in lib/platform and bin", () => {
    const inside = product.filter(({ file }) => !/^(lib\/platform|bin)\//.test(file) && !file.includes(".test."));
    const wrong = inside.flatMap(({ file, program }) =>
      [...nodesIn(program)].flatMap((node) => (outsideWorld(node) ? [`${file}: ${outsideWorld(node)}`] : [])),
    );
    expect(wrong, "take now() from lib/platform/clock, env from lib/platform/env, or have it handed in").toEqual(nothing);
  });
});

function outsideWorld(node: Node): string | null {
  if (node.type === "NewExpression" && (node.callee as Node).name === "Date" && (node.arguments as Node[]).length === 0)
    return "new Date()";
  if (node.type !== "MemberExpression") return null;
  const place = `${String((node.object as Node).name)}.${String((node.property as Node).name)}`;
  return ["process.env", "Date.now", "Math.random"].includes(place) ? place : null;
}

describe("the ladder", () => {
  it("has every step once, and every step file has its row", () => {
    for (const [name, ladder] of [
      ["contact", CONTACT_LADDER],
      ["duty", DUTY_LADDER],
    ] as const) {
      const steps = ladder.map(({ step }) => step as string);
      expect(steps.length, `a step stands twice in the ${name} ladder`).toBe(new Set(steps).size);
      const files = filesUnder(`lib/rules/steps/${name}`, /\.ts$/).filter((file) => !file.includes(".test."));
      const without = files.map((file) => path.basename(file, ".ts")).filter((step) => !steps.includes(step));
      expect(without, `no row in the ${name} ladder for this file`).toEqual(nothing);
    }
  });
});

describe("the words", () => {
  const [nl, en] = [keysOf("nl"), keysOf("en")];

  it("exist in both languages", () => {
    expect(
      nl.filter((key) => !en.includes(key)),
      "add it to lib/i18n/messages/en",
    ).toEqual(nothing);
    expect(
      en.filter((key) => !nl.includes(key)),
      "add it to lib/i18n/messages/nl",
    ).toEqual(nothing);
  });

  it("are all used", () => {
    const { whole, patterns } = textsIn(product);
    const unused = nl.filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused, "no code asks for this message: remove it").toEqual(nothing);
  });

  it("exist when the code asks for them", () => {
    const rooms = new Set(nl.map((key) => key.split(".")[0]));
    const missing = product.flatMap((source) =>
      askedFor(source)
        .filter((key) => key.includes(".") && rooms.has(key.split(".")[0]) && !nl.includes(key))
        .map((key) => `${source.file}: ${key}`),
    );
    expect(missing, "write the message, in both languages").toEqual(nothing);
  });
});

describe("set-based SQL", () => {
  it("is asked for by name, and every statement is used", () => {
    const files = filesUnder("lib", /\.sql$/).map((file) =>
      file
        .replace(/^lib\//, "")
        .replace("/sql/", "/")
        .replace(/\.sql$/, ""),
    );
    const { whole, patterns } = textsIn(sources);
    const unused = files.filter((name) => !whole.has(name) && !patterns.some((pattern) => pattern.test(name)));
    expect(unused, 'read it with sqlFile("room/name"), or remove it').toEqual(nothing);
  });
});

describe("README", () => {
  const text = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const quoted = (pattern: RegExp) => pattern.exec(text)?.[1];

  it("quotes the numbers and names that the program has", () => {
    const { engines } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    expect(quoted(/Node (\S+) or newer/)).toBe(engines.node.replace(">=", ""));
    expect(quoted(/password `([^`]+)`/)).toBe(DEMO_PASSWORD);
    expect(quoted(/corporation, ([^,]+), of/)).toBe(CORPORATION.name);
    expect(quoted(/of (\d+) buildings/)).toBe(String(demoBuildings(() => 0).length));
    expect(quoted(/lives on \w+ (\d+ \w+ \d+)/)).toBe(formatDay(SHIPPED_END, "long", "en").replaceAll(NBSP, " "));
    expect(quoted(/PostgreSQL \((\d+) or newer/)).toBe(String(OLDEST_POSTGRES / 10_000));
    for (const email of text.match(/\S+@demo\.aanbel\.nl/g) ?? []) expect(DEMO_STAFF.map((one) => one.email)).toContain(email);
  });

  it("points only to files that exist", () => {
    const places = [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, place]) => place ?? "")
      .filter((place) => !place.startsWith("http"));
    expect(
      places.filter((place) => !existsSync(path.join(ROOT, place))),
      "make the file, or take the link away",
    ).toEqual(nothing);
  });
});

describe("what is promised", () => {
  it("is finished: nothing skipped, nothing left for later", () => {
    const later = new RegExp(["TO" + "DO", "FIX" + "ME", "\\.skip\\(", "\\.only\\(", "\\.todo\\("].join("|"));
    expect(
      sources.filter(({ text }) => later.test(text)).map(({ file }) => file),
      "do it now, or make it an issue",
    ).toEqual(nothing);
  });

  it("is pinned: every package has one exact version", () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(path.join(ROOT, "package.json"), "utf8"),
    );
    const all = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(
      all.filter(([, version]) => !/^\d/.test(version)).map(([name]) => name),
      "write the exact version",
    ).toEqual(nothing);
  });
});
