import type { Command } from "commander";
import { type Cli } from "../cli";
import { dayFrom } from "./values";

/** `demo [--end DAY]`: builds the demo portfolio into an empty database. */
export function demoCommand(program: Command, { t, print, withDatabase }: Cli): void {
  program
    .command("demo")
    .description(t("cli.help.demo"))
    .option("--end <DAY>", t("cli.help.end"))
    .action(async (options: { end?: string }) => {
      const end = options.end === undefined ? undefined : dayFrom(t, "--end", options.end);
      await withDatabase(async () => {
        const { loadDemo } = await import("@/lib/demo/commands");
        await loadDemo(end ? { end } : {});
        print(t("cli.demo.loaded"));
      });
    });
}
