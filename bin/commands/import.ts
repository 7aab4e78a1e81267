import path from "node:path";
import type { Command } from "commander";
import { type Cli, Refused } from "../cli";
import { calledFrom } from "../database/place";
import { dayFrom } from "./values";

/** `import FILE|FOLDER… [--complete-through DAY]`: takes in ERP files and bank statements, and reassesses what they touch. */
export function importCommand(program: Command, cli: Cli): void {
  const { t, print, withDatabase } = cli;
  program
    .command("import")
    .description(t("cli.help.import"))
    .argument("<files...>", t("cli.help.files"))
    .option("--complete-through <DAY>", t("cli.help.completeThrough"))
    .action(async (files: string[], options: { completeThrough?: string }) => {
      const completeThrough =
        options.completeThrough === undefined ? undefined : dayFrom(t, "--complete-through", options.completeThrough);
      const paths = files.map((file) => path.resolve(calledFrom(), file));
      await withDatabase(async () => {
        const { importFiles } = await import("@/lib/intake/commands/importFiles");
        const { SYSTEM } = await import("@/lib/auth/actor");
        const reports = await importFiles(SYSTEM, paths, completeThrough ? { completeThrough } : {});
        print(JSON.stringify(reports));
        void Refused;
      });
    });
}
