import { existsSync } from "node:fs";
import path from "node:path";
import { languageOf } from "@/lib/i18n/language";
import type { Translate } from "@/lib/i18n/phrase";
import { translate } from "@/lib/i18n/translate";
import { Hindrance } from "./database/hindrance";
import type { OpenDatabase } from "./database/open";
import { calledFrom, dataFolder, ROOT } from "./database/place";
import { sentenceFor } from "./words";

/** An expected refusal: its sentence goes to stderr and the exit code is 1. */
export class Refused extends Error {}

export interface Cli {
  readonly t: Translate;
  /** Results, on stdout. */
  print(text: string): void;
  /** Progress and remarks, on stderr. */
  tell(text: string): void;
  /** The same, only where there is one: a command that would begin a data folder by itself is in the wrong place. */
  withKnownDatabase<T>(work: (database: OpenDatabase | null) => Promise<T>): Promise<T>;
  /** Does the work with the database at hand; the embedded one is started when needed, and stopped again by its last user. */
  withDatabase<T>(work: (database: OpenDatabase | null) => Promise<T>): Promise<T>;
}

async function withDatabase<T>(work: (database: OpenDatabase | null) => Promise<T>): Promise<T> {
  const { disconnect } = await import("@/lib/platform/db");
  // Someone who points the program's own role at a database straight away has prepared that database.
  if (process.env.AANBEL_DATABASE_URL && !process.env.DATABASE_URL) return work(null).finally(disconnect);
  const { openDatabase } = await import("./database/open");
  const database = await openDatabase();
  Object.assign(process.env, database.env);
  const end = async () => {
    await disconnect();
    await database.close();
  };
  // What a stream throws from nowhere must not leave the server behind.
  process.once("uncaughtException", (error) => {
    process.stderr.write(`${sentenceFor(error, translate(languageOf(process.env.AANBEL_LANGUAGE)))}\n`);
    void database.close().finally(() => process.exit(1));
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => database.close().finally(() => process.exit(1)));
  return work(database).finally(end);
}

async function withKnownDatabase<T>(work: (database: OpenDatabase | null) => Promise<T>): Promise<T> {
  const folder = dataFolder();
  const given = process.env.DATABASE_URL || process.env.AANBEL_DATABASE_URL;
  if (!given && !existsSync(path.join(folder, "secrets.json"))) throw new Hindrance("noDataHere", { folder });
  return withDatabase(work);
}

export function makeCli(): Cli {
  process.env.AANBEL_ROOT = ROOT;
  process.env.INIT_CWD = calledFrom();
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? "production" });
  return {
    t: translate(languageOf(process.env.AANBEL_LANGUAGE)),
    print: (text) => void process.stdout.write(`${text}\n`),
    tell: (text) => void process.stderr.write(`${text}\n`),
    withDatabase,
    withKnownDatabase,
  };
}
