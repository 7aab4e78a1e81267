import path from "node:path";
import type { Command } from "commander";
import { formatDay } from "@/lib/i18n/format";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { FileReport, Issue } from "@/lib/intake/domain/report";
import type { Day } from "@/lib/kernel/day";
import type { Cli } from "../cli";
import { Refused } from "../cli";
import type { OpenDatabase } from "../database/open";
import { calledFrom } from "../database/place";
import { tellRun } from "./run";
import { dayFrom } from "./values";

/** `import FILE|FOLDER… [--complete-through DAY]`: takes in ERP files and bank statements, then looks again at what they touch. */
export function importCommand(program: Command, cli: Cli): void {
  const { t } = cli;
  program
    .command("import")
    .description(t("cli.help.import"))
    .argument("<files...>", t("cli.help.files"))
    .option("--complete-through <DAY>", t("cli.help.completeThrough"))
    .action(async (files: string[], options: { completeThrough?: string }) => {
      const given = options.completeThrough;
      const completeThrough = given === undefined ? undefined : dayFrom(t, "--complete-through", given);
      const paths = files.map((file) => path.resolve(calledFrom(), file));
      await cli.withDatabase((database) => bringIn(cli, database, paths, completeThrough));
    });
}

/** From this many lines on the planner would misjudge the tables until the server looks at them by itself. */
const MANY_LINES = 10_000;

async function bringIn(
  cli: Cli,
  database: OpenDatabase | null,
  paths: string[],
  completeThrough: Day | undefined,
): Promise<void> {
  const { t, tell, print } = cli;
  const { importFiles } = await import("@/lib/intake/commands/importFiles");
  const { followImport } = await import("@/lib/cases/commands/followImport");
  const { SYSTEM } = await import("@/lib/auth/actor");
  const onProgress = ({ name, lines }: { name: string; lines: number }) => tell(t("cli.import.progress", { name, lines }));
  const reports = await importFiles(SYSTEM, paths, { onProgress, ...(completeThrough ? { completeThrough } : {}) });
  if (reports.length === 0) throw new Refused(t("cli.import.noFiles"));
  for (const report of reports) tellReport(cli, report);
  if (reports.reduce((lines, { added }) => lines + added, 0) >= MANY_LINES) await database?.analyze();
  const days = reports.flatMap((report) => report.completeThrough ?? []).sort();
  const touched = [...new Set(reports.flatMap((report) => report.touchedTenancyIds))];
  const followed = await followImport(SYSTEM, {
    touchedTenancyIds: touched,
    completeThrough: days.at(-1) ?? null,
    staffId: null,
  });
  if (followed.ok && followed.value.did === "run") print(tellRun(t, followed.value.report));
  if (reports.some(({ refused }) => refused)) throw new Refused(t("cli.import.someRefused"));
}

/** Counts and remarks on stdout; what was refused, each with file, line, field and reason, on stderr. */
function tellReport({ t, tell, print }: Cli, report: FileReport): void {
  const { name, refused, lines, added, changed, known, suspense, ignored, rejected, completeThrough } = report;
  const words = (values: Readonly<Record<string, string | number>>) => inWords(values, t.lang);
  if (refused) return tell(`${name}: ${t(`intake.refusal.${refused.code}`, words(refused.values))}`);
  print(`${name}: ${t("intake.summary", { lines, added, changed, known, suspense, ignored, rejected })}`);
  if (lines > 0 && added + suspense + ignored + rejected === 0) print(`${name}: ${t("intake.nothingNew")}`);
  if (completeThrough) print(`${name}: ${t("intake.completeThrough", { day: formatDay(completeThrough, "full", t.lang) })}`);
  for (const note of report.notes) print(`${name}: ${t(`intake.note.${note.code}`, words(note.values))}`);
  for (const issue of report.issues) tell(`${name}, ${issueLine(t, issue)}`);
  const more = ignored + rejected - report.issues.length;
  if (more > 0) tell(`${name}: ${t("cli.import.moreIssues", { more })}`);
}

function issueLine(t: Translate, { line, field, code, values }: Issue): string {
  const place = t(field ? "cli.import.lineAndField" : "cli.import.line", { line, field: field ?? "" });
  return `${place}: ${t(`intake.issue.${code}`, inWords(values, t.lang))}`;
}
