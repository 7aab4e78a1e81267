import type { Command } from "commander";
import { type Cli, Refused } from "../cli";
import { dayFrom } from "./values";

/** `run --as-of DAY`: the arrears run of that day, after the days missed since the last one. */
export function runCommand(program: Command, { t, print, tell, withDatabase }: Cli): void {
  program
    .command("run")
    .description(t("cli.help.run"))
    .requiredOption("--as-of <DAY>", t("cli.help.asOf"))
    .action(async (options: { asOf: string }) => {
      const day = dayFrom(t, "--as-of", options.asOf);
      await withDatabase(async () => {
        const { runArrears } = await import("@/lib/cases/commands/run");
        const outcome = await runArrears({ day, trigger: "command-line" });
        print(JSON.stringify(outcome));
        void tell;
        void Refused;
      });
    });
}
