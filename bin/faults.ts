import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./database/place";
import { keepSection, saidBy } from "./figures";
import { build } from "./start/build";
import { generateClient } from "./start/generate";
import { runTool } from "./tool";

/**
 * `npm run bench:faults [row…]`: the table of faults, whole. What `npm test` samples is run to the last case here, and the figures become
 * the second half of docs/faults.md.
 */
const RESULT = path.join(ROOT, "docs/faults.md");

interface Row {
  readonly name: string;
  /** As many as were asked for at least. */
  readonly wanted: number;
  /** Counted by what was generated, instead of by the test. */
  readonly generated?: true;
  readonly files: readonly string[];
}

const at = (names: string) => names.split(" ").map((name) => `tests/integration/${name}.test.ts`);
const ROWS: readonly Row[] = [
  {
    name: "kill -9",
    wanted: 126,
    files: at("killed-anywhere intake-killed outbox-killed suspense-killed run-interrupted run-faults"),
  },
  { name: "at the same moment", wanted: 300, files: at("races together") },
  { name: "database", wanted: 80, files: at("database-faults") },
  { name: "gateway", wanted: 81, files: at("gateway-faults outbox sms-providers sms-replies") },
  { name: "clock", wanted: 42, files: [...at("clock-faults"), "lib/kernel", "lib/platform/zone.test.ts"] },
  { name: "people", wanted: 160, files: at("people-faults desk-wishes undo drafts") },
  { name: "model", wanted: 10_000, generated: true, files: at("positions run-property") },
  {
    name: "named inputs",
    wanted: 400,
    files: [
      ...at(
        "bad-erp bank-formats uploads erp-named named vera intake-samples doors-closed door-gate owners accounts collections",
      ),
      ...["lib/files", "lib/intake", "lib/bank", "lib/forms"],
    ],
  },
  {
    name: "generated inputs",
    wanted: 100_000,
    generated: true,
    files: ["lib/intake", "lib/bank", "lib/ledger", "lib/rules", "lib/kernel", "lib/arrangements", "lib/contact", "lib/policies"],
  },
  {
    name: "signing in",
    wanted: 60,
    files: [
      ...at("sign-in second-step identity scim rotated"),
      ...["lib/access", "lib/staff", "lib/platform/strength.test.ts", "lib/auth"],
    ],
  },
];

/** Of one run of these, so many tenancies have a history of their own. */
const AT_ONCE: readonly (readonly [string, number])[] = [
  ["/positions.test", 12],
  ["/run-property.test", 16],
];

interface Report {
  testResults: { name: string; startTime: number; endTime: number; assertionResults: { status: string }[] }[];
}

/** Programs of their own (tests/faults) that start servers and take them away, or ask everything there is. */
const PROGRAMS = { standing: "Standing", walk: "The walk" } as const;
async function ownProgram(file: keyof typeof PROGRAMS): Promise<number> {
  await build(() => {});
  const { code, text } = await saidBy(`../tests/faults/${file}.ts`, { AANBEL_ROOT: ROOT });
  if (text) keepSection(RESULT, PROGRAMS[file], text);
  return code;
}

const wanted = process.argv.slice(2);
generateClient();
const programs = (Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[]).filter(
  (name) => wanted.length === 0 || wanted.includes(name),
);
let stood = 0;
for (const name of programs) stood += await ownProgram(name);
if (wanted.length > 0 && wanted.every((name) => name in PROGRAMS)) process.exit(stood);
const rows = ROWS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const folder = mkdtempSync(path.join(tmpdir(), "aanbel-faults-"));
const counted = path.join(folder, "runs.jsonl");
const report = path.join(folder, "report.json");
const files = [...new Set(rows.flatMap((row) => row.files))];
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`, "--testTimeout=1800000"];
const { code } = await runTool("vitest", ["run", ...reporters, ...files], {
  AANBEL_WHOLE: counted,
  FAST_CHECK_RUNS: "5000",
  COIN_RUNS: "10000",
});

const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
const runs = existsSync(counted) ? readFileSync(counted, "utf8").trim().split("\n").filter(Boolean) : [];
const generated = runs.map((line) => JSON.parse(line) as { file: string; runs: number });
const within = (row: Row, file: string) => row.files.some((one) => path.relative(ROOT, file).startsWith(one));

function figures(row: Row): string {
  const mine = testResults.filter(({ name }) => within(row, name));
  const all = mine.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status !== "passed").length;
  const made = generated
    .filter(({ file }) => within(row, file))
    .reduce((sum, one) => sum + one.runs * (AT_ONCE.find(([name]) => one.file.includes(name))?.[1] ?? 1), 0);
  const cases = row.generated ? made : all.length;
  const seconds = Math.round(mine.reduce((sum, one) => sum + (one.endTime - one.startTime), 0) / 1000);
  const number = new Intl.NumberFormat("en");
  return `| ${row.name} | ${number.format(row.wanted)} | ${number.format(cases)} | ${failed} | ${seconds} s |`;
}

/** Rows that were not run this time stay as they were run last. */
const kept = readFileSync(RESULT, "utf8");
const lines = ROWS.map((row) =>
  rows.includes(row) ? figures(row) : kept.split("\n").find((line) => line.startsWith(`| ${row.name} | `)),
).filter((line) => line !== undefined);
const table = ["| case | wanted | run | failed | took |", "|---|---:|---:|---:|---:|", ...lines].join("\n");
console.log(table);
keepSection(RESULT, "Run whole", table);
rmSync(folder, { recursive: true, force: true });
process.exitCode = code || stood;
