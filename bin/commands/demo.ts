import type { Command } from "commander";
import { formatCount, formatDay } from "@/lib/i18n/format";
import type { Day } from "@/lib/kernel/day";
import { type Cli, Refused } from "../cli";
import type { OpenDatabase } from "../database/open";
import { dayFrom } from "./values";

/** `demo [--end DAY]`: builds the demo portfolio into an empty database, or in the place of the demo that is there. */
export function demoCommand(program: Command, cli: Cli): void {
  const { t } = cli;
  program
    .command("demo")
    .description(t("cli.help.demo"))
    .option("--end <DAY>", t("cli.help.end"))
    .action(async (options: { end?: string }) => {
      const end = options.end === undefined ? undefined : dayFrom(t, "--end", options.end);
      await cli.withDatabase((database) => build(cli, database, end));
    });
}

async function build({ t, print, tell }: Cli, database: OpenDatabase | null, end: Day | undefined): Promise<void> {
  const { loadDemo } = await import("@/demo/commands/load-demo");
  const { disconnect } = await import("@/lib/platform/db");
  const asked = { ...(end ? { end } : {}), onProgress: (step: string) => tell(t(`cli.demo.${step}`)) };
  let outcome = await loadDemo(asked);
  if (!outcome.ok && outcome.code === "not-empty" && database) {
    await disconnect();
    const emptied = await database.emptyDemo();
    if (emptied !== "emptied") throw new Refused(t(`cli.demo.refused.${emptied}`));
    outcome = await loadDemo(asked);
  }
  if (!outcome.ok)
    throw new Refused(t(`cli.demo.refused.${outcome.code === "not-empty" ? "holds-more" : outcome.code}`, outcome.detail));
  await database?.analyze();
  const { day, tenancies, entries } = outcome.value;
  const counts = { tenancies: formatCount(tenancies), entries: formatCount(entries) };
  print(t("cli.demo.loaded", { day: formatDay(day, "full", t.lang), ...counts }));
}
