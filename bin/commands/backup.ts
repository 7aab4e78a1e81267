import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { type Cli, Refused } from "../cli";
import { backupKey, prune } from "../database/folder-backup";
import type { OpenDatabase } from "../database/open";
import { calledFrom, ROOT } from "../database/place";

const placeOf = (given: string) => path.resolve(calledFrom(), given);
const isFolder = (given: string) =>
  /[/\\]$/.test(given) || (existsSync(placeOf(given)) && statSync(placeOf(given)).isDirectory());

interface Given {
  readonly keep?: string;
  readonly check: boolean;
}

/** Restores a backup into a folder of its own, with a server of its own, and answers what is in it; null when that did not work. */
function restoredElsewhere(made: string, key: string): Record<string, string> | null {
  const folder = mkdtempSync(path.join(tmpdir(), "aanbel-check-"));
  const told = path.join(folder, "sums.json");
  try {
    const { DATABASE_URL: _, AANBEL_DATABASE_URL: __, ...rest } = process.env;
    const env = { ...rest, AANBEL_DATA_DIR: path.join(folder, "data"), AANBEL_BACKUP_KEY: key };
    const command = [path.join(ROOT, "bin/aanbel.mjs"), "restore", `${made}${path.sep}`, "--sums", told];
    const { status } = spawnSync(process.execPath, command, { env, stdio: ["ignore", "ignore", "inherit"] });
    return status === 0 ? (JSON.parse(readFileSync(told, "utf8")) as Record<string, string>) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only sums that grew since are different when the program goes on meanwhile; what was restored never holds more. */
const isNoMore = (restored: Record<string, string>, now: Readonly<Record<string, string>>): boolean =>
  Object.keys(now).every((name) => Number.parseInt(restored[name] ?? "-1", 10) >= 0) &&
  Object.entries(restored).every(([name, count]) => Number.parseInt(count, 10) <= Number.parseInt(now[name] ?? "-1", 10));

async function toFolder({ t, print, tell }: Cli, database: OpenDatabase, folder: string, given: Given): Promise<void> {
  const { key, made: isNew } = backupKey(database.dataFolder);
  const before = await database.sums();
  const made = await database.backupTo(folder, key);
  if (isNew) tell(t("cli.backup.keyMade", { file: path.join(database.dataFolder, "backup.key") }));
  if (given.check) {
    const [restored, after] = [restoredElsewhere(made, key), await database.sums()];
    // It lies between what there was just before and just after.
    const whole = restored !== null && isNoMore(restored, after) && isNoMore({ ...before }, restored);
    if (!whole) throw new Refused(t("cli.backup.refused.check-failed", { file: made }));
    await database.remember("backup", { madeAt: new Date().toISOString(), place: path.basename(made) });
  }
  if (given.keep) prune(folder, Math.max(1, Number(given.keep) || 14));
  print(t(given.check ? "cli.backup.madeAndChecked" : "cli.backup.made", { file: made }));
}

/** `backup TO` and `restore FROM`: a sealed folder with everything, or the database alone to one file. */
export function backupCommand(program: Command, cli: Cli): void {
  const { t, print, withDatabase } = cli;
  program
    .command("backup")
    .description(t("cli.help.backup"))
    .argument("<TO>", t("cli.help.backupFile"))
    .option("--keep <N>", t("cli.help.backupKeep"))
    .option("--no-check", t("cli.help.backupNoCheck"))
    .action((to: string, given: Given) =>
      withDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        if (isFolder(to)) return toFolder(cli, database, placeOf(to), given);
        await database.backup(placeOf(to));
        print(t("cli.backup.made", { file: to }));
      }),
    );
  program
    .command("restore")
    .description(t("cli.help.restore"))
    .argument("<FROM>", t("cli.help.backupFile"))
    .option("--sums <FILE>", t("cli.help.restoreSums"))
    .action((from: string, { sums }: { sums?: string }) =>
      withDatabase(async (database) => {
        if (!database) throw new Refused(t("cli.backup.refused.as-program"));
        if (!isFolder(from)) {
          const outcome = await database.restore(placeOf(from));
          if (outcome !== "restored") throw new Refused(t(`cli.backup.refused.${outcome}`, { file: from }));
          return print(t("cli.backup.restored", { file: from }));
        }
        const restored = await database.restoreFrom(placeOf(from), backupKey(database.dataFolder).key);
        if (restored.outcome !== "restored") throw new Refused(t(`cli.backup.refused.${restored.outcome}`, { file: from }));
        if (sums) writeFileSync(placeOf(sums), JSON.stringify(restored.sums));
        print(t("cli.backup.restoredFrom", { file: from, madeAt: restored.madeAt ?? "" }));
      }),
    );
}
