import type { Command } from "commander";
import type { Cli } from "../cli";
import { monthFrom } from "./values";

/** `figures --month YYYY-MM --json`: the figures of the dashboard for one month, in cents. */
export function figuresCommand(program: Command, { t, print, withDatabase }: Cli): void {
  program
    .command("figures")
    .description(t("cli.help.figures"))
    .requiredOption("--month <YYYY-MM>", t("cli.help.month"))
    .option("--json", t("cli.help.json"))
    .action(async (options: { month: string }) => {
      const month = monthFrom(t, "--month", options.month);
      await withDatabase(async () => {
        const { figures } = await import("@/lib/dashboard/queries/figures");
        print(JSON.stringify(await figures(month)));
      });
    });
}
