import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { backup, type Restored, restore } from "./backup";
import { openFile, sealFile, sumOf } from "./sealed-file";
import { keepSecrets } from "./secrets";

interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}
const MANIFEST = "manifest.json";
const DATABASE = "database.backup";

/** What a backup and its restore are held against: rows of the tables that count, and what is in the books. */
const SUMS = `SELECT
  (SELECT count(*) || ':' || coalesce(sum(amount_cents), 0) FROM ledger_entry) AS ledger,
  (SELECT count(*) FROM tenancy)::text AS tenancies, (SELECT count(*) FROM person)::text AS people,
  (SELECT count(*) FROM attempt)::text AS tries, (SELECT count(*) FROM outbox_message)::text AS messages,
  (SELECT count(*) FROM audit_event)::text AS acts, (SELECT count(*) FROM access_event)::text AS sights,
  (SELECT count(*) FROM field_envelope)::text AS envelopes, (SELECT count(*) FROM staff)::text AS colleagues`;

async function within<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
export const sumsOf = (ownerUrl: string): Promise<Readonly<Record<string, string>>> =>
  within(ownerUrl, async (client) => (await client.query<Record<string, string>>(SUMS)).rows[0] ?? {});

export const rememberSetting = (ownerUrl: string, key: string, value: object): Promise<void> =>
  within(ownerUrl, async (client) => {
    await client.query(
      "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [key, JSON.stringify(value)],
    );
  });

/** The key that seals backups: the one that was set, else one of this installation, made once. It has to be kept elsewhere too. */
export function backupKey(dataFolder: string): { readonly key: string; readonly made: boolean } {
  const given = process.env.AANBEL_BACKUP_KEY;
  if (given) return { key: given, made: false };
  const file = path.join(dataFolder, "backup.key");
  if (existsSync(file)) return { key: readFileSync(file, "utf8").trim(), made: false };
  const key = randomBytes(24).toString("base64url");
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return { key, made: true };
}

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    : [];

/** Everything of one moment into a folder of its own below `folder`, sealed: database, uploads and secrets. Answers where. */
export async function backupFolder(ownerUrl: string, dataFolder: string, folder: string, key: string): Promise<string> {
  const madeAt = new Date().toISOString();
  const name = `aanbel-${madeAt.replaceAll(/[:.]/g, "-")}`;
  const half = path.join(folder, `${name}.half`);
  const plain = path.join(dataFolder, `.${name}`);
  mkdirSync(half, { recursive: true, mode: 0o700 });
  try {
    await backup(ownerUrl, plain);
    const sources = [
      { name: DATABASE, file: plain },
      { name: "secrets.json", file: path.join(dataFolder, "secrets.json") },
      ...filesUnder(path.join(dataFolder, "uploads")).map((each) => ({
        name: path.posix.join("uploads", each.split(path.sep).join("/")),
        file: path.join(dataFolder, "uploads", each),
      })),
    ];
    const files: Manifest["files"][number][] = [];
    for (const source of sources)
      files.push({ name: source.name, ...(await sealFile(source.file, path.join(half, source.name), key)) });
    const manifest: Manifest = { format: 1, madeAt, files };
    writeFileSync(path.join(half, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(half, path.join(folder, name));
    return path.join(folder, name);
  } finally {
    rmSync(plain, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** The backup that is meant: the folder itself, or the newest below it; null when there is none. */
export function newestIn(folder: string): string | null {
  if (existsSync(path.join(folder, MANIFEST))) return folder;
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, MANIFEST)));
  const last = names.toSorted().at(-1);
  return last === undefined ? null : path.join(folder, last);
}

/** Only so many stay; the oldest go. */
export function prune(folder: string, keep: number): void {
  const names = readdirSync(folder).filter((name) => name.startsWith("aanbel-") && existsSync(path.join(folder, name, MANIFEST)));
  for (const name of names.toSorted().slice(0, -keep)) rmSync(path.join(folder, name), { recursive: true });
}

export type FolderRestored = Restored | "none" | "damaged" | "wrong-key";

/** Such a folder into this empty database and data folder. Nothing is touched before every file of it was seen to be whole. */
export async function restoreFolder(
  ownerUrl: string,
  dataFolder: string,
  folder: string,
  key: string,
): Promise<{
  readonly outcome: FolderRestored;
  readonly madeAt: string | null;
  readonly sums: Readonly<Record<string, string>>;
}> {
  const place = newestIn(folder);
  const not = (outcome: FolderRestored) => ({ outcome, madeAt: null, sums: {} });
  if (place === null) return not("none");
  const manifest = JSON.parse(readFileSync(path.join(place, MANIFEST), "utf8")) as Manifest;
  for (const { name, sha256 } of manifest.files) {
    const file = path.join(place, name);
    if (!existsSync(file) || (await sumOf(file)) !== sha256) return not("damaged");
  }
  const plain = path.join(dataFolder, ".restoring");
  try {
    if (!(await openFile(path.join(place, DATABASE), plain, key))) return not("wrong-key");
    const outcome = await restore(ownerUrl, plain);
    if (outcome !== "restored") return not(outcome);
  } finally {
    rmSync(plain, { force: true });
  }
  for (const { name } of manifest.files.filter((file) => file.name.startsWith("uploads/"))) {
    const to = path.resolve(dataFolder, name);
    // A name leads nowhere else.
    if (to.startsWith(path.resolve(dataFolder, "uploads") + path.sep)) await openFile(path.join(place, name), to, key);
  }
  const secrets = path.join(dataFolder, ".secrets");
  if (await openFile(path.join(place, "secrets.json"), secrets, key)) keepSecrets(dataFolder, readFileSync(secrets, "utf8"));
  rmSync(secrets, { force: true });
  return { outcome: "restored", madeAt: manifest.madeAt, sums: await sumsOf(ownerUrl) };
}
