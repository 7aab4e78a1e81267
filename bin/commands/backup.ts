import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { type Cli, Refused } from "../cli";
import { finish, isOfNothing, isUnfinished, keepKey, knownKey, newKey, oneBackup, prune } from "../database/folder-backup";
import { Hindrance } from "../database/hindrance";
import type { OpenDatabase } from "../database/open";
import { calledFrom, ROOT } from "../database/place";

const placeOf = (given: string) => path.resolve(calledFrom(), given);
const isFolder = (given: string) =>
  /[/\\]$/.test(given) || (existsSync(placeOf(given)) && statSync(placeOf(given)).isDirectory());

interface Given {
  readonly keep?: string;
  readonly check: boolean;
}

/** Restores a backup into a folder of its own, with a server of its own: everything opens, and comes to what was counted. */
function comesBack(made: string, key: string, dataFolder: string): boolean {
  // Below the data folder, where the next backup sweeps up what a killed one left.
  const folder = mkdtempSync(path.join(dataFolder, ".aanbel-check-"));
  // The database's own user has to reach what lies below.
  chmodSync(folder, 0o711);
  const data = path.join(folder, "data");
  const note = path.join(data, "postgres-place.txt");
  try {
    const { DATABASE_URL: _, AANBEL_DATABASE_URL: __, NEXTAUTH_SECRET: ___, AANBEL_SEAL_KEY: ____, ...rest } = process.env;
    const env = { ...rest, AANBEL_DATA_DIR: data, AANBEL_BACKUP_KEY: key };
    const command = [path.join(ROOT, "bin/aanbel.mjs"), "restore", `${made}${path.sep}`];
    return spawnSync(process.execPath, command, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  } finally {
    if (existsSync(note)) rmSync(readFileSync(note, "utf8").trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function toFolder({ t, print, tell }: Cli, database: OpenDatabase, folder: string, given: Given): Promise<void> {
  const known = knownKey(database.dataFolder);
  const file = path.join(database.dataFolder, "backup.key");
  if (known.differ) throw new Refused(t("cli.backup.refused.keys-differ", { file }));
  const key = known.key ?? newKey();
  if (known.key === null) {
    keepKey(database.dataFolder, key);
    tell(t("cli.backup.keyMade", { file }));
  }
  const half = await database.backupTo(folder, key);
  if (isOfNothing(half)) {
    rmSync(half, { recursive: true, force: true });
    throw new Refused(t("cli.backup.refused.empty", { folder: database.dataFolder }));
  }
  const whole = !given.check || comesBack(half, key, database.dataFolder);
  const made = finish(half, whole);
  if (!whole) throw new Refused(t("cli.backup.refused.check-failed", { file: made }));
  if (given.check) await database.remember("backup", { madeAt: new Date().toISOString(), place: path.basename(made) });
  if (given.keep) prune(folder, Math.max(1, Number(given.keep) || 14));
  print(t(given.check ? "cli.backup.madeAndChecked" : "cli.backup.made", { file: made }));
}

/** `backup TO` and `restore FROM`: a sealed folder with everything, or the database alone to one file. */
export function backupCommand(program: Command, cli: Cli): void {
  const { t, print, withDatabase, withKnownDatabase } = cli;
  program
    .command("backup")
    .description(t("cli.help.backup"))
    .argument("<TO>", t("cli.help.backupFile"))
    .option("--keep <N>", t("cli.help.backupKeep"))
    .option("--no-check", t("cli.help.backupNoCheck"))
    .action((to: string, given: Given) =>
      withKnownDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        if (isUnfinished(database.dataFolder))
          throw new Hindrance("restoreUnfinished", { folder: database.dataFolder, reason: "none" });
        if (isFolder(to)) {
          const done = await oneBackup(database.dataFolder, () => toFolder(cli, database, placeOf(to), given));
          if (!done) throw new Refused(t("cli.backup.refused.backup-goes-on"));
          return;
        }
        await database.backup(placeOf(to));
        print(t("cli.backup.made", { file: to }));
      }),
    );
  program
    .command("restore")
    .description(t("cli.help.restore"))
    .argument("<FROM>", t("cli.help.backupFile"))
    .action((from: string) =>
      withDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        if (!isFolder(from)) {
          const outcome = await database.restore(placeOf(from));
          if (outcome !== "restored") throw new Refused(t(`cli.backup.refused.${outcome}`, { file: from, model: "none" }));
          return print(t("cli.backup.restored", { file: from }));
        }
        const { key } = knownKey(database.dataFolder);
        if (key === null) throw new Refused(t("cli.backup.refused.no-key"));
        const restored = await database.restoreFrom(placeOf(from), key);
        const { outcome, place: file, madeAt, model } = restored;
        if (outcome !== "restored") throw new Refused(t(`cli.backup.refused.${outcome}`, { file, model: model || "none" }));
        print(t("cli.backup.restoredFrom", { file, madeAt }));
      }),
    );
}
