import path from "node:path";
import type { Command } from "commander";
import { type Cli, Refused } from "../cli";
import { calledFrom } from "../database/place";

const fileOf = (file: string) => path.resolve(calledFrom(), file);

/** `backup FILE` and `restore FILE`: everything in the database to one file, and back into an empty one. */
export function backupCommand(program: Command, { t, print, withDatabase }: Cli): void {
  program
    .command("backup")
    .description(t("cli.help.backup"))
    .argument("<FILE>", t("cli.help.backupFile"))
    .action((file: string) =>
      withDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        await database.backup(fileOf(file));
        print(t("cli.backup.made", { file }));
      }),
    );
  program
    .command("restore")
    .description(t("cli.help.restore"))
    .argument("<FILE>", t("cli.help.backupFile"))
    .action((file: string) =>
      withDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        const outcome = await database.restore(fileOf(file));
        if (outcome !== "restored") throw new Refused(t(`cli.backup.refused.${outcome}`, { file }));
        print(t("cli.backup.restored", { file }));
      }),
    );
}
