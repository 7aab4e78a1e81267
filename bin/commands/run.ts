import type { Command } from "commander";
import type { RunReport } from "@/lib/cases/commands/run";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { type Cli, Refused } from "../cli";
import { printReplay } from "./replayed";
import { dayFrom, momentFrom } from "./values";

/** The outcome of a run in one sentence. */
export function tellRun(t: Translate, { day, days, assessed, stored, opened, closed }: RunReport): string {
  const on = formatDay(day, "full", t.lang);
  if (days === 0) return t("cli.run.nothing", { day: on });
  const counts = { assessed: formatCount(assessed), stored: formatCount(stored), opened, closed };
  return t("cli.run.done", { day: on, days, ...counts });
}

interface RunOptions {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/**
 * `run --as-of DAY [--known-at MOMENT]`: the arrears run of that day, after the days missed since the last one.
 * With `--dry-run --json` nothing is written: the list of that day, one line of JSON per tenancy.
 */
export function runCommand(program: Command, cli: Cli): void {
  const { t, print, tell, withDatabase } = cli;
  program
    .command("run")
    .description(t("cli.help.run"))
    .requiredOption("--as-of <DAY>", t("cli.help.asOf"))
    .option("--known-at <MOMENT>", t("cli.help.knownAt"))
    .option("--dry-run", t("cli.help.dryRun"))
    .option("--all", t("cli.help.all"))
    .option("--json", t("cli.help.json"))
    .action(async (options: RunOptions) => {
      const day = dayFrom(t, "--as-of", options.asOf);
      const knownAt = options.knownAt === undefined ? null : momentFrom(t, "--known-at", options.knownAt);
      if (options.dryRun) return withDatabase(() => printReplay(cli, { day, given: knownAt, all: options.all === true }));
      await withDatabase(async () => {
        const { runArrears } = await import("@/lib/cases/commands/run");
        let told = "";
        const onProgress = (at: { day: typeof day; tenanciesDone: number; tenancies: number }) => {
          const tenth = Math.floor((10 * at.tenanciesDone) / Math.max(at.tenancies, 1));
          if (told !== `${at.day}${tenth}`) tell(t("cli.run.progress", { day: at.day, part: `${tenth * 10}` }));
          told = `${at.day}${tenth}`;
        };
        const outcome = await runArrears({ day, knownAt, trigger: "command-line", onProgress });
        if (!outcome.ok) {
          const named = Object.entries(outcome.detail ?? {}).map(([key, value]) => [
            key,
            formatDay(value as typeof day, "full", t.lang),
          ]);
          throw new Refused(
            t(`cli.run.refused.${outcome.code}`, { day: formatDay(day, "full", t.lang), ...Object.fromEntries(named) }),
          );
        }
        print(options.json ? JSON.stringify(outcome.value) : tellRun(t, outcome.value));
      });
    });
}
