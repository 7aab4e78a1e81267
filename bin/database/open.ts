import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { backup, type Restored, restore } from "./backup";
import { serverUser } from "./binaries";
import { emptyDemo } from "./empty-demo";
import { backupFolder, rememberSetting, restoreFolder } from "./folder-backup";
import { makeProgramRole, programRoles } from "./grants";
import { Hindrance, hindranceIn } from "./hindrance";
import { alone, enter, leave } from "./in-use";
import { migrate } from "./migrate";
import { ownedDatabase } from "./owner";
import { dataFolder, makeDataFolder, ROOT, serverFolder } from "./place";
import { letsIn, programUrl } from "./program-url";
import { forget, type Rotatable, rotate } from "./rotate";
import { type Secrets, secretsForProgram, secretsIn, secretsNow } from "./secrets";
import { type ServerFolder, startServer, stopServer } from "./server";

export interface OpenDatabase {
  readonly dataFolder: string;
  /** What the program's processes need in their environment. */
  readonly env: Record<string, string>;
  /** The same as things are now: a secret can be made anew while the program runs. */
  envNow(): Record<string, string>;
  /** Makes a secret anew; the one before it counts until it is forgotten. */
  rotate(what: Rotatable): ReturnType<typeof rotate>;
  forget(what: Rotatable): ReturnType<typeof forget>;
  readonly migrated: number;
  /** The owner may not make roles: the program connects as the owner itself. */
  readonly asOwner: boolean;
  /**
   * Looks whether the database answers, and starts the embedded server again, on its port, when it died. Answers "gone" when
   * it cannot: an own PostgreSQL that does not answer, or an embedded one that does not start on the same port.
   */
  revive(): Promise<"answers" | "started" | "gone">;
  /** Empties a database that holds nothing but a demo. Answers why not, when it does not. */
  emptyDemo(): Promise<"emptied" | "holds-more" | "in-use">;
  /** Everything of this moment to one file. */
  backup(file: string): Promise<void>;
  /** Such a file into this database, which must be empty. Answers why not, when it does not. */
  restore(file: string): Promise<Restored>;
  /** The same as a sealed folder, with uploads and secrets; answers where it lies, before it has its name. */
  backupTo(folder: string, key: string): Promise<string>;
  /** Such a folder, the newest below it, into this database and data folder, which must be empty. */
  restoreFrom(folder: string, key: string): ReturnType<typeof restoreFolder>;
  /** Keeps a setting, as the owner. */
  remember(key: string, value: object): Promise<void>;
  /** Refreshes the planner's statistics as the owner, after much came in at once. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}

export type Say = (step: "server" | "migrate") => void;

/** The database ready for use: DATABASE_URL when it is set, otherwise the embedded server, started when it is not running. */
export async function openDatabase(say: Say = () => {}): Promise<OpenDatabase> {
  const folder = dataFolder();
  const user = serverUserOrNone();
  makeDataFolder(folder, user);
  const started = { ...process.env };
  const given = started.DATABASE_URL;
  const place = given ? null : serverFolder(folder, user);
  const hasSecrets = existsSync(path.join(folder, "secrets.json"));
  if (place && !hasSecrets && existsSync(path.join(place, "data", "PG_VERSION")))
    throw new Hindrance("secretsMissing", { folder });
  const secrets = inFolder(folder, () => secretsIn(folder));
  const close = async () => {
    if (!place) return;
    await alone(folder, async () => {
      if (leave(folder)) stopServer(place);
    });
  };
  try {
    if (place) say("server");
    const ownerUrl = given ?? (await embedded(folder, place as string, secrets));
    const { url, role } = await programRole(ownerUrl, secrets);
    const migrated = await migrate(ownerUrl, role, () => say("migrate"));
    const envOf = (kept: Secrets) => ({
      AANBEL_DATABASE_URL: role === null ? url : programUrl(ownerUrl, kept),
      AANBEL_DATA_DIR: folder,
      AANBEL_ROOT: ROOT,
      ...secretsForProgram(kept, started),
    });
    let last = secrets;
    const now = () => (last = secretsNow(folder, last));
    return {
      dataFolder: folder,
      env: envOf(secrets),
      envNow: () => envOf(now()),
      rotate: (what) => alone(folder, () => rotate(what, folder, ownerUrl, started)),
      forget: (what) => alone(folder, () => forget(what, folder, ownerUrl)),
      migrated,
      asOwner: role === null,
      revive: () => {
        const server = place === null ? null : { folder: place, password: secrets.serverPassword, fsync: true };
        return revive(envOf(now()).AANBEL_DATABASE_URL, server, folder);
      },
      emptyDemo: () => emptyDemo(ownerUrl, role),
      backup: (file) => backup(ownerUrl, file),
      restore: (file) => restore(ownerUrl, file),
      backupTo: (to, key) => backupFolder(ownerUrl, folder, to, key),
      restoreFrom: (from, key) => restoreFolder(ownerUrl, folder, from, key),
      remember: (key, value) => rememberSetting(ownerUrl, key, value),
      analyze: () => analyze(ownerUrl),
      close,
    };
  } catch (error) {
    await close();
    throw hindranceIn(error, { folder });
  }
}

async function revive(url: string, server: ServerFolder | null, folder: string): Promise<"answers" | "started" | "gone"> {
  if (await letsIn(url)) return "answers";
  if (server === null) return "gone";
  const port = Number(new URL(url).port);
  const found = await alone(folder, () => startServer(server, port)).catch(() => null);
  return found?.port === port && (await letsIn(url)) ? "started" : "gone";
}

const serverUserOrNone = () => (process.env.DATABASE_URL ? null : serverUser());

function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw hindranceIn(error, { folder });
  }
}

/** The server of the data folder with its database `aanbel`. From here on this process counts as a user of it. */
async function embedded(folder: string, place: string, { serverPassword, ownerPassword }: Secrets): Promise<string> {
  return alone(folder, async () => {
    enter(folder);
    const { serverUrl } = await startServer({ folder: place, password: serverPassword, fsync: true });
    return ownedDatabase(serverUrl, { server: serverPassword, owner: ownerPassword });
  });
}

/** As the server counts: major version times ten thousand. */
export const OLDEST_POSTGRES = 150_000;

/** The role the program connects as, apart from the owner of the tables; its address. */
async function programRole(ownerUrl: string, secrets: Secrets): Promise<{ url: string; role: string | null }> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "3D000") throw new Hindrance("databaseMissing", { database: client.database ?? "" });
    if (code?.startsWith("28")) throw new Hindrance("databaseRefuses", { user: client.user ?? "" });
    throw new Hindrance("databaseUnreachable", { host: `${client.host}:${client.port}`, reason: code ?? message });
  }
  try {
    const { rows } = await client.query<{ version: number; text: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS text",
    );
    if ((rows[0]?.version ?? 0) < OLDEST_POSTGRES) throw new Hindrance("postgresTooOld", { found: rows[0]?.text ?? "" });
    const { programRole: which = "first", programPassword } = secrets;
    const url = programUrl(ownerUrl, secrets);
    const made = (await letsIn(url)) || (await makeProgramRole(client, which, programPassword));
    // Its rights belong to the first of the two.
    return made ? { url, role: programRoles(client.database ?? "").first } : { url: ownerUrl, role: null };
  } finally {
    await client.end();
  }
}

async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("ANALYZE").finally(() => client.end());
}
