import { setTimeout as sleep } from "node:timers/promises";
import { Argument, type Command } from "commander";
import { type Cli, Refused } from "../cli";
import type { OpenDatabase } from "../database/open";
import { ROTATABLE, type Rotatable } from "../database/rotate";

/** By then a program that runs has heard of it: it looks twice a second. */
const HEARD_MS = 3000;

/** What a running program may still have sealed with the key before this one is sealed again too. */
async function sealAgain({ t, print }: Cli, database: OpenDatabase): Promise<void> {
  await sleep(HEARD_MS);
  Object.assign(process.env, database.envNow());
  const { sealAgain: again } = await import("@/lib/access/commands/reseal");
  const counts = await again();
  print(t("cli.rotate.sealedAgain", { ...counts }));
}

/** `rotate WHAT` and `rotate WHAT --forget`: a secret made anew while people work, and the one before it worth nothing. */
export function rotateCommand(program: Command, cli: Cli): void {
  const { t, print, withKnownDatabase } = cli;
  program
    .command("rotate")
    .description(t("cli.help.rotate"))
    .addArgument(new Argument("<WHAT>", t("cli.help.rotateWhat")).choices(ROTATABLE))
    .option("--forget", t("cli.help.rotateForget"))
    .action((what: Rotatable, { forget }: { forget?: true }) =>
      withKnownDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        if (forget) {
          if (what === "seal") await sealAgain(cli, database);
          return print(t(`cli.rotate.${await database.forget(what)}`, { what }));
        }
        const outcome = await database.rotate(what);
        if (outcome !== "rotated") throw new Refused(t(`cli.rotate.refused.${outcome}`, { what }));
        if (what === "seal") await sealAgain(cli, database);
        print(t(`cli.rotate.done_${what}`));
        print(t("cli.rotate.next", { what, folder: database.dataFolder }));
      }),
    );
}
