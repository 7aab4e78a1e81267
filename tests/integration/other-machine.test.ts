import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "@/bin/database/open";
import { stopServer } from "@/bin/database/server";
import { watchDatabase } from "@/bin/start/watch";
import { rentOf } from "../factories/dossier";
import { storeLedger, storeTenancy } from "../factories/store";
import { ownerUrl } from "./database";

const given = { ...process.env };
const folders: string[] = [];
const opened: OpenDatabase[] = [];
const tag = randomBytes(4).toString("hex");
let backup = "";

/** A machine that never saw Aanbel: an own data folder, with the embedded server or an own PostgreSQL. */
async function machine(url?: string): Promise<OpenDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), "aanbel-machine-"));
  folders.push(folder);
  process.env.AANBEL_DATA_DIR = folder;
  if (url) process.env.DATABASE_URL = url;
  else delete process.env.DATABASE_URL;
  const database = await openDatabase();
  opened.push(database);
  return database;
}
const on = async <Row extends pg.QueryResultRow>(url: string | undefined, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query<Row>(text).finally(() => client.end())).rows;
};
const asProgram = (database: OpenDatabase, text: string) => on(database.env.AANBEL_DATABASE_URL, text);
const under = (name: string, user?: string): string => {
  const url = Object.assign(new URL(ownerUrl()), { pathname: `/${name}` });
  return Object.assign(url, user ? { username: user, password: "own" } : {}).toString();
};
/** As docs/operations.md says: a role that owns an empty database, and may make roles. */
async function ownPostgres(name: string): Promise<string> {
  await on(ownerUrl(), `CREATE ROLE owner_${name} LOGIN CREATEROLE PASSWORD 'own'`);
  await on(ownerUrl(), `CREATE DATABASE ${name} OWNER owner_${name} TEMPLATE template0 ENCODING 'UTF8'`);
  return under(name, `owner_${name}`);
}

beforeAll(async () => {
  const first = await machine();
  backup = path.join(first.dataFolder, "aanbel.backup");
  const pool = new pg.Pool({ connectionString: first.env.AANBEL_DATABASE_URL });
  const tenancyId = await storeTenancy(pool, { number: "M1" });
  await storeLedger(pool, tenancyId, { entries: [rentOf("2026-01-01"), rentOf("2026-02-01")] });
  await pool.end();
  await first.backup(backup);
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
afterAll(async () => {
  process.env = given;
  for (const name of [`aanbel_own_${tag}`, `aanbel_tools_${tag}`]) {
    await on(ownerUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    for (const role of [`${name}_program`, `owner_${name}`]) await on(ownerUrl(), `DROP ROLE IF EXISTS ${role}`);
  }
  for (const folder of folders) stopServer(path.join(folder, "postgres"));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const ENTRIES = "SELECT count(*)::int AS entries FROM ledger_entry";

describe("a backup put back on another machine", () => {
  it("has every entry in the embedded database, and still refuses to change one", async () => {
    const second = await machine();
    expect(await second.restore(backup)).toBe("restored");
    expect(await asProgram(second, ENTRIES)).toEqual([{ entries: 2 }]);
    await expect(asProgram(second, "DELETE FROM ledger_entry")).rejects.toThrow(/permission denied/);
    const guard = "SELECT tgenabled AS on FROM pg_trigger WHERE tgname = 'ledger_entry_append_only'";
    expect(await asProgram(second, guard)).toEqual([{ on: "O" }]);
  });

  it("has every entry in an own PostgreSQL, whose owner is no superuser", async () => {
    const second = await machine(await ownPostgres(`aanbel_own_${tag}`));
    expect(await second.restore(backup)).toBe("restored");
    expect(await asProgram(second, ENTRIES)).toEqual([{ entries: 2 }]);
    expect(await asProgram(second, "SELECT nextval('ledger_entry_id_seq') > max(id) AS further FROM ledger_entry")).toEqual([
      { further: true },
    ]);
  });

  it("is refused where data is, and when a part of it is missing nothing comes in", async () => {
    const second = await machine();
    const half = path.join(second.dataFolder, "half.backup");
    writeFileSync(half, "no backup at all");
    expect(await second.restore(half)).toBe("unreadable");
    const whole = readFileSync(backup);
    writeFileSync(half, whole.subarray(0, whole.length - 20));
    expect(await second.restore(half)).toBe("unreadable");
    expect(await asProgram(second, ENTRIES)).toEqual([{ entries: 0 }]);
    expect(await second.restore(backup)).toBe("restored");
    expect(await second.restore(backup)).toBe("not-empty");
  });
});

describe("a database restored with PostgreSQL's own tools", () => {
  it("lets the program work again, though its role was made here just now", async () => {
    const name = `aanbel_tools_${tag}`;
    const url = await ownPostgres(name);
    await (await machine(url)).close();
    // What pg_restore leaves on another server: tables of the owner, and no rights for a role that was not there.
    await on(under(name), `DROP OWNED BY ${name}_program; DROP ROLE ${name}_program`);
    const again = await machine(url);
    expect(await asProgram(again, ENTRIES)).toEqual([{ entries: 0 }]);
    await expect(asProgram(again, "DELETE FROM ledger_entry")).rejects.toThrow(/permission denied/);
  });
});

describe("a database that died", () => {
  it("is started again on the same address when it is the embedded one", async () => {
    const database = await machine();
    const folder = path.join(database.dataFolder, "postgres");
    stopServer(folder);
    expect(await database.revive()).toBe("started");
    expect(await database.revive()).toBe("answers");
    expect(await asProgram(database, ENTRIES)).toEqual([{ entries: 0 }]);
  });

  it("is named once when it is an own PostgreSQL, and once more when it answers again", async () => {
    const answers = ["answers", "gone", "gone", "answers", "answers"] as const;
    const said: string[] = [];
    let nth = 0;
    const stopping = new AbortController();
    await new Promise<void>((resolve) => {
      const revive = async () => {
        if (nth === answers.length - 1) resolve();
        return answers[Math.min(nth++, answers.length - 1)] ?? "answers";
      };
      watchDatabase({ revive }, (key) => void said.push(key), stopping.signal, 1);
    });
    stopping.abort();
    expect(said).toEqual(["cli.start.database_gone", "cli.start.database_answers"]);
  });
});
