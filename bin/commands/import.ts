import path from "node:path";
import type { Command } from "commander";
import { formatDay } from "@/lib/i18n/format";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { Progress } from "@/lib/intake/commands/bring-in";
import { apart, type FileReport, type Issue } from "@/lib/intake/domain/report";
import type { Day } from "@/lib/kernel/day";
import type { Cli } from "../cli";
import { Refused } from "../cli";
import type { OpenDatabase } from "../database/open";
import { calledFrom } from "../database/place";
import { tellRun } from "./run";
import { dayFrom } from "./values";

interface Options {
  readonly completeThrough?: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `import FILE|FOLDER… [--complete-through DAY] [--mapping NAME] [--dry-run] [--json]`: takes in ERP files and bank statements, then looks again at what they touch. */
export function importCommand(program: Command, cli: Cli): void {
  const { t } = cli;
  program
    .command("import")
    .description(t("cli.help.import"))
    .argument("<files...>", t("cli.help.files"))
    .option("--complete-through <DAY>", t("cli.help.completeThrough"))
    .option("--mapping <NAME>", t("cli.help.mapping"))
    .option("--dry-run", t("cli.help.dryRunImport"))
    .option("--json", t("cli.help.jsonImport"))
    .action(async (files: string[], options: Options) => {
      const paths = files.map((file) => path.resolve(calledFrom(), file));
      await cli.withDatabase((database) => bringIn(cli, database, paths, options));
    });
}

/** From this many lines on the planner would misjudge the tables until the server looks at them by itself. */
const MANY_LINES = 10_000;

function optionsFrom({ t, tell }: Cli, { completeThrough: given, mapping }: Options) {
  const onProgress = ({ name, lines, bytes, totalBytes }: Progress) =>
    tell(t("cli.import.progress", { name, lines, part: Math.floor((100 * bytes) / Math.max(totalBytes, 1)) }));
  const completeThrough: Day | undefined = given === undefined ? undefined : dayFrom(t, "--complete-through", given);
  return { onProgress, ...(completeThrough ? { completeThrough } : {}), ...(mapping ? { mapping } : {}) };
}

async function bringIn(cli: Cli, database: OpenDatabase | null, paths: string[], given: Options): Promise<void> {
  const { t, print } = cli;
  const { SYSTEM } = await import("@/lib/auth/actor");
  const options = optionsFrom(cli, given);
  const reports = given.dryRun
    ? await (await import("@/lib/intake/commands/dry-run")).dryRunFiles(SYSTEM, paths, options)
    : await (await import("@/lib/intake/commands/import-files")).importFiles(SYSTEM, paths, options);
  if (reports.length === 0) throw new Refused(t("cli.import.noFiles"));
  for (const report of reports) {
    if (given.json) print(JSON.stringify(asJson(report)));
    else tellReport(cli, report, given.dryRun ?? false);
  }
  if (given.dryRun) {
    if (!given.json) print(t("cli.import.dryRun"));
  } else await follow(cli, database, reports, given.json ?? false);
  if (reports.some(({ refused }) => refused)) throw new Refused(t("cli.import.someRefused"));
}

/** Looks again at what the files touched, or does the day's run when a bank day became complete. */
async function follow(cli: Cli, database: OpenDatabase | null, reports: readonly FileReport[], quiet: boolean): Promise<void> {
  const { followImport } = await import("@/lib/cases/commands/follow-import");
  const { SYSTEM } = await import("@/lib/auth/actor");
  if (reports.reduce((lines, { added }) => lines + added, 0) >= MANY_LINES) await database?.analyze();
  const days = reports.flatMap((report) => report.completeThrough ?? []).sort();
  const touched = [...new Set(reports.flatMap((report) => report.touchedTenancyIds))];
  const followed = await followImport(SYSTEM, {
    touchedTenancyIds: touched,
    completeThrough: days.at(-1) ?? null,
    staffId: null,
  });
  if (!quiet && followed.ok && followed.value.did === "run") cli.print(tellRun(cli.t, followed.value.report));
}

/** One line of JSON per file: each count once, and the first findings. */
function asJson({ id: _id, touchedTenancyIds, added, changed, issues, changes, ...rest }: FileReport) {
  const tenancies = touchedTenancyIds.length;
  return { ...rest, added: added - changed, changed, tenancies, changes, issues };
}

/** Counts and remarks on stdout; what changes, and what was refused with file, line, field and reason, on stderr. */
function tellReport({ t, tell, print }: Cli, report: FileReport, dryRun: boolean): void {
  const { name, refused, lines, added, known, suspense, ignored, rejected, noted, completeThrough } = report;
  const words = (values: Readonly<Record<string, string | number>>) => inWords(values, t.lang);
  if (refused) return tell(`${name}: ${t(`intake.refusal.${refused.code}`, words(refused.values))}`);
  print(`${name}: ${t("intake.summary", { lines, ...apart(report), known, suspense, ignored, rejected })}`);
  if (lines > 0 && added + suspense + ignored + rejected === 0) print(`${name}: ${t("intake.nothingNew")}`);
  if (completeThrough) print(`${name}: ${t("intake.completeThrough", { day: formatDay(completeThrough, "full", t.lang) })}`);
  for (const note of report.notes) print(`${name}: ${t(`intake.note.${note.code}`, words(note.values))}`);
  if (dryRun) for (const change of report.changes) print(`${name}, ${issueLine(t, change)}`);
  for (const issue of report.issues) tell(`${name}, ${issueLine(t, issue)}`);
  const more = ignored + rejected + noted - report.issues.length;
  if (more > 0) tell(`${name}: ${t("cli.import.moreIssues", { more })}`);
}

function issueLine(t: Translate, { line, field, code, values }: Issue): string {
  const place = t(field ? "cli.import.lineAndField" : "cli.import.line", { line, field: field ?? "" });
  return `${place}: ${t(`intake.issue.${code}`, inWords(values, t.lang, "long"))}`;
}
