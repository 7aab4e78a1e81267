import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { backup, type Restored, restore } from "./backup";
import { Hindrance } from "./hindrance";
import { ROOT } from "./place";
import { openFile, sealFile, sumOf } from "./sealed-file";
import { keepSecrets, secretsInForce } from "./secrets";
import { isAlive } from "./server";

interface Manifest {
  readonly format: 1;
  /** The newest migration of the program that made it: only one with the same restores it. */
  readonly model?: string;
  readonly madeAt: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** What a restore has to come to, counted in the moment of the backup. */
  readonly sums: Readonly<Record<string, string>>;
}
const MANIFEST = "manifest.json";
const DATABASE = "database.backup";
const SECRETS = "secrets.json";
const NAME = /^aanbel-[\dTZ-]+$/;
/** Lies in a data folder from before anything of it was changed until everything is there. */
const UNFINISHED = "restore-unfinished";

/** A restore was broken off here, or goes on: nothing may begin with what is there. */
export const isUnfinished = (dataFolder: string): boolean => existsSync(path.join(dataFolder, UNFINISHED));

const FULL = "SELECT EXISTS (SELECT FROM tenancy) OR EXISTS (SELECT FROM staff) AS full";

/** The newest migration, as a backup names it. */
const modelHere = (): string =>
  readdirSync(path.join(ROOT, "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .at(-1) ?? "";

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

const keyFile = (dataFolder: string) => path.join(dataFolder, "backup.key");

/** The key that seals backups here, the one that was set or the one that is kept; null when there is none yet. */
export function knownKey(dataFolder: string): { readonly key: string | null; readonly differ: boolean } {
  const given = process.env.AANBEL_BACKUP_KEY || null;
  const kept = existsSync(keyFile(dataFolder)) ? readFileSync(keyFile(dataFolder), "utf8").trim() : null;
  return { key: given ?? kept, differ: given !== null && kept !== null && given !== kept };
}

/** Keeps it, so that the backups of the next nights are sealed with the same one. */
export const keepKey = (dataFolder: string, key: string): void => writeFileSync(keyFile(dataFolder), `${key}\n`, { mode: 0o600 });
export const newKey = (): string => randomBytes(24).toString("base64url");

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    : [];

/** What a backup that was broken off left behind: halves, and the database as it was read. */
function sweep(dataFolder: string, folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (/^aanbel-.*\.half$/.test(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
  for (const name of readdirSync(dataFolder))
    if (/^\.(aanbel-|restoring)/.test(name)) rmSync(path.join(dataFolder, name), { recursive: true, force: true });
}

/** Seals a file; false when it is gone by now: an upload that was brought in meanwhile. */
async function sealIfThere(from: string, to: string, key: string) {
  try {
    return await sealFile(from, to, key);
  } catch (error) {
    rmSync(to, { force: true });
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Everything of one moment into a folder of its own below `folder`, sealed: database, uploads and secrets. It has no name of its own before
 * `finish` gives it one. Answers where it lies.
 */
export async function backupFolder(ownerUrl: string, dataFolder: string, folder: string, key: string): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweep(dataFolder, folder);
  const madeAt = new Date().toISOString();
  const name = `aanbel-${madeAt.replaceAll(/[:.]/g, "-")}`;
  const half = path.join(folder, `${name}.half`);
  const plain = path.join(dataFolder, `.${name}`);
  mkdirSync(half, { recursive: true, mode: 0o700 });
  mkdirSync(plain, { mode: 0o700 });
  try {
    let sums: Manifest["sums"] = {};
    await backup(ownerUrl, path.join(plain, DATABASE), async (client) => {
      sums = (await client.query<Record<string, string>>(SUMS)).rows[0] ?? {};
    });
    writeFileSync(path.join(plain, SECRETS), secretsInForce(dataFolder), { mode: 0o600 });
    const uploads = filesUnder(path.join(dataFolder, "uploads")).map((each) => ({
      name: path.posix.join("uploads", each.split(path.sep).join("/")),
      file: path.join(dataFolder, "uploads", each),
    }));
    const files: Manifest["files"][number][] = [];
    for (const each of [DATABASE, SECRETS])
      files.push({ name: each, ...(await sealFile(path.join(plain, each), path.join(half, each), key)) });
    for (const { name: each, file } of uploads) {
      const sealed = await sealIfThere(file, path.join(half, each), key);
      if (sealed) files.push({ name: each, ...sealed });
    }
    const manifest: Manifest = { format: 1, model: modelHere(), madeAt, files, sums };
    writeFileSync(path.join(half, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return half;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(plain, { recursive: true, force: true });
  }
}

/** Gives a backup its name: of one that was seen to be whole, or of one that nobody should use. Answers where it lies. */
export function finish(half: string, whole: boolean): string {
  const place = half.replace(/\.half$/, whole ? "" : ".failed");
  renameSync(half, place);
  return place;
}

/** What is in a backup, by what it says itself. */
export const sumsIn = (place: string): Manifest["sums"] => manifestIn(place)?.sums ?? {};

/** Nobody signs in there and nobody rents: the wrong folder, more likely than a corporation that begins today. */
export const isOfNothing = (place: string): boolean => {
  const { tenancies, colleagues } = sumsIn(place);
  return tenancies === "0" && colleagues === "0";
};

/** The backup that is meant: the folder itself, or the newest below it; null when there is none. */
export function newestIn(folder: string): string | null {
  if (existsSync(path.join(folder, MANIFEST))) return folder;
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => NAME.test(name) && existsSync(path.join(folder, name, MANIFEST)));
  const last = names.toSorted().at(-1);
  return last === undefined ? null : path.join(folder, last);
}

/** Only so many stay; the oldest go. */
export function prune(folder: string, keep: number): void {
  const names = readdirSync(folder).filter((name) => NAME.test(name) && existsSync(path.join(folder, name, MANIFEST)));
  for (const name of names.toSorted().slice(0, -keep)) rmSync(path.join(folder, name), { recursive: true });
}

type FolderRestored = Restored | "none" | "damaged" | "wrong-key" | "sums-differ" | "going-on";
interface Outcome {
  readonly outcome: FolderRestored;
  /** Which backup it was, and what it says of itself. */
  readonly place: string;
  readonly madeAt: string;
  readonly model: string;
}

/** What a backup says of itself; null when that is no longer to be read. */
function manifestIn(place: string): Manifest | null {
  try {
    const read = JSON.parse(readFileSync(path.join(place, MANIFEST), "utf8")) as Manifest;
    return Array.isArray(read.files) && typeof read.madeAt === "string" ? read : null;
  } catch {
    return null;
  }
}

/** Lays a mark with this process's own number. Answers whether there was none, one of a process that is gone, or one of a process that lives. */
function layMark(mark: string): "first" | "again" | "going-on" {
  const before = existsSync(mark) ? Number(readFileSync(mark, "utf8")) : null;
  if (before !== null && before > 0 && before !== process.pid && isAlive(before)) return "going-on";
  rmSync(mark, { force: true });
  try {
    writeFileSync(mark, `${process.pid}\n`, { flag: "wx", mode: 0o600 });
    return before === null ? "first" : "again";
  } catch (error) {
    if ((error as { code?: string }).code === "EEXIST") return "going-on";
    throw error;
  }
}

/** One backup of a data folder at a time: the next one sweeps up what the one before left. False when another goes on. */
export async function oneBackup(dataFolder: string, work: () => Promise<void>): Promise<boolean> {
  const mark = path.join(dataFolder, "backup-goes-on");
  if (layMark(mark) === "going-on") return false;
  await work().finally(() => rmSync(mark, { force: true }));
  return true;
}

/**
 * Such a folder into this empty database and data folder. Every file of it is opened before anything is touched, so that it is refused
 * whole; what came of it is held against what was counted when it was made.
 */
export async function restoreFolder(ownerUrl: string, dataFolder: string, folder: string, key: string): Promise<Outcome> {
  const place = newestIn(folder);
  const manifest = place === null ? null : manifestIn(place);
  const answer = (outcome: FolderRestored): Outcome => {
    const { madeAt = "", model = "" } = manifest ?? {};
    return { outcome, place: place ?? folder, madeAt, model };
  };
  if (place === null) return answer("none");
  if (manifest === null) return answer("damaged");
  // Looked at before anything is laid down: a folder in use is left exactly as it is.
  const full = await within(ownerUrl, async (client) => (await client.query<{ full: boolean }>(FULL)).rows[0]?.full === true);
  if (full && !isUnfinished(dataFolder)) return answer("not-empty");
  const turn = layMark(path.join(dataFolder, UNFINISHED));
  if (turn === "going-on") return answer("going-on");
  const steps = { half: false, whole: false };
  try {
    const outcome = await intoEmpty(ownerUrl, dataFolder, place, key, manifest, steps);
    // The one before came as far as the database.
    if (turn === "again" && outcome === "not-empty") steps.half = true;
    if (steps.half) throw new Hindrance("restoreUnfinished", { folder: dataFolder, reason: "none" });
    return answer(outcome);
  } catch (error) {
    if (!steps.half || error instanceof Hindrance) throw error;
    throw new Hindrance("restoreUnfinished", { folder: dataFolder, reason: String(error) });
  } finally {
    // Of one that was broken off before only a whole one takes the mark away.
    if (!steps.half && (turn === "first" || steps.whole)) rmSync(path.join(dataFolder, UNFINISHED), { force: true });
  }
}

/** @param steps says whether it came half: the database is there, the rest not yet */
async function intoEmpty(
  ownerUrl: string,
  dataFolder: string,
  place: string,
  key: string,
  manifest: Manifest,
  steps: { half: boolean; whole: boolean },
): Promise<FolderRestored> {
  for (const { name, sha256 } of manifest.files) {
    const file = path.join(place, name);
    if (!existsSync(file) || (await sumOf(file)) !== sha256) return "damaged";
  }
  const opened = path.join(dataFolder, ".restoring");
  const uploads = path.join(opened, "uploads");
  rmSync(opened, { recursive: true, force: true });
  try {
    for (const { name } of manifest.files) {
      const to = path.resolve(opened, name);
      // A name leads nowhere else.
      if (!to.startsWith(path.resolve(opened) + path.sep)) return "damaged";
      if (!(await openFile(path.join(place, name), to, key))) return "wrong-key";
    }
    const outcome = await restore(ownerUrl, path.join(opened, DATABASE));
    if (outcome !== "restored") return outcome;
    steps.half = true;
    if (existsSync(uploads)) cpSync(uploads, path.join(dataFolder, "uploads"), { recursive: true });
    keepSecrets(dataFolder, readFileSync(path.join(opened, SECRETS), "utf8"));
    if (knownKey(dataFolder).key !== key || !existsSync(keyFile(dataFolder))) keepKey(dataFolder, key);
    Object.assign(steps, { half: false, whole: true });
    const sums = await sumsOf(ownerUrl);
    const same = Object.keys(manifest.sums).every((name) => sums[name] === manifest.sums[name]);
    return same ? "restored" : "sums-differ";
  } finally {
    rmSync(opened, { recursive: true, force: true });
  }
}
