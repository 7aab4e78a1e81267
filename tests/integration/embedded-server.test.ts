import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Hindrance } from "@/bin/database/hindrance";
import { type OpenDatabase, openDatabase } from "@/bin/database/open";
import { stopServer } from "@/bin/database/server";

const given = { ...process.env };
let folder = "";
const opened: OpenDatabase[] = [];

async function open(): Promise<OpenDatabase> {
  const database = await openDatabase();
  opened.push(database);
  return database;
}
const ask = (database: OpenDatabase, text: string) => as(database.env.AANBEL_DATABASE_URL ?? "", text);
const secrets = (): Record<string, string> => JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8"));
const as = async (connectionString: string, text: string) => {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
};
const serverPid = () => Number(readFileSync(path.join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "aanbel-embedded-"));
  delete process.env.DATABASE_URL;
  process.env.AANBEL_DATA_DIR = folder;
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
afterAll(() => {
  process.env = given;
  stopServer(path.join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded database", () => {
  it("is made at the first start, migrated, with its passwords in a file that only its owner can read", async () => {
    const database = await open();
    expect(database.migrated).toBeGreaterThan(0);
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect((await ask(database, "SELECT count(*)::int AS tables FROM ledger_entry"))[0]).toEqual({ tables: 0 });
    expect((await ask(database, "SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user"))[0]).toEqual({
      super: false,
    });
    expect((await ask(database, "SHOW listen_addresses"))[0]).toEqual({ listen_addresses: "127.0.0.1" });
  });

  it("has nothing to migrate at the second start, and keeps what was written", async () => {
    const first = await open();
    await ask(first, "INSERT INTO setting (key, value) VALUES ('kept', '1')");
    await first.close();
    const second = await open();
    expect(second.migrated).toBe(0);
    expect(await ask(second, "SELECT key FROM setting")).toEqual([{ key: "kept" }]);
  });

  it("starts again after it was killed, with everything that was committed", async () => {
    const before = await open();
    await ask(before, "INSERT INTO setting (key, value) VALUES ('before the kill', '1')");
    process.kill(serverPid(), "SIGKILL");
    const after = await openDatabase();
    opened.push(after);
    expect(await ask(after, "SELECT count(*)::int AS settings FROM setting")).toEqual([{ settings: 2 }]);
  });

  it("is found and used again when the program that started it was killed", async () => {
    const first = await open();
    const pid = serverPid();
    const second = await open();
    expect(serverPid()).toBe(pid);
    expect(second.env.AANBEL_DATABASE_URL).toBe(first.env.AANBEL_DATABASE_URL);
  });

  it("has an owner of its tables who is no superuser, and whose word empties nothing that only grows", async () => {
    const database = await open();
    const { port } = new URL(database.env.AANBEL_DATABASE_URL ?? "");
    const owner = `postgresql://aanbel_owner:${secrets().ownerPassword}@127.0.0.1:${port}/aanbel`;
    expect(await as(owner, "SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user")).toEqual([{ super: false }]);
    for (const table of ["ledger_entry", "assessment", "audit_event", "access_event", "message_status", "earlier_value"])
      await expect(as(owner, `TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
  });

  it("changes an older data folder over, in which the owner of the tables could do anything", async () => {
    const before = await open();
    const kept = await ask(before, "SELECT key FROM setting ORDER BY key");
    const { port } = new URL(before.env.AANBEL_DATABASE_URL ?? "");
    const { serverPassword, ownerPassword, ...others } = secrets();
    const server = (database: string) => `postgresql://aanbel_server:${serverPassword}@127.0.0.1:${port}/${database}`;
    await as(server("aanbel"), "REASSIGN OWNED BY aanbel_owner TO aanbel_server");
    await as(server("aanbel"), "DROP OWNED BY aanbel_owner");
    await as(server("postgres"), "DROP ROLE aanbel_owner; CREATE ROLE older LOGIN SUPERUSER PASSWORD 'older'");
    const older = `postgresql://older:older@127.0.0.1:${port}/postgres`;
    await as(older, `ALTER ROLE aanbel_server RENAME TO aanbel_owner; ALTER ROLE aanbel_owner PASSWORD '${ownerPassword}'`);
    await as(`postgresql://aanbel_owner:${ownerPassword}@127.0.0.1:${port}/postgres`, "DROP ROLE older");
    writeFileSync(path.join(folder, "secrets.json"), JSON.stringify({ ownerPassword, ...others }));
    for (const database of opened.splice(0)) await database.close();

    const after = await open();
    expect(await ask(after, "SELECT key FROM setting ORDER BY key")).toEqual(kept);
    const owner = `postgresql://aanbel_owner:${ownerPassword}@127.0.0.1:${new URL(after.env.AANBEL_DATABASE_URL ?? "").port}/aanbel`;
    expect(await as(owner, "SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user")).toEqual([{ super: false }]);
    expect(
      await as(
        owner,
        "SELECT count(*)::int AS others FROM pg_tables WHERE schemaname IN ('public', 'pgboss') AND tableowner <> current_user",
      ),
    ).toEqual([{ others: 0 }]);
    await as(owner, "ALTER TABLE setting ADD COLUMN tried int");
    await as(owner, "ALTER TABLE setting DROP COLUMN tried");
  });

  it("says so when the data folder belongs to another PostgreSQL, and leaves it as it is", async () => {
    const version = path.join(folder, "postgres/data/PG_VERSION");
    writeFileSync(version, "15\n");
    const refusal = await openDatabase().catch((error: Hindrance) => error);
    writeFileSync(version, "18\n");
    expect(refusal).toMatchObject({ code: "otherVersion", detail: { found: "15", needed: "18" } });
  });

  it("says so when the passwords of an existing database are gone", async () => {
    const file = path.join(folder, "secrets.json");
    const kept = readFileSync(file, "utf8");
    rmSync(file);
    const refusal = await openDatabase().catch((error: Hindrance) => error);
    writeFileSync(file, kept, { mode: 0o600 });
    expect(refusal).toMatchObject({ code: "secretsMissing" });
  });
});

describe("a database of one's own", () => {
  it("is refused in one sentence when it does not answer", async () => {
    const silent = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    process.env.DATABASE_URL = `postgresql://someone:secret@127.0.0.1:${port}/rent`;
    const refusal = await openDatabase().catch((error: Hindrance) => error);
    delete process.env.DATABASE_URL;
    silent.close();
    expect(refusal).toBeInstanceOf(Hindrance);
    expect(refusal).toMatchObject({ code: "databaseUnreachable", detail: { host: `127.0.0.1:${port}` } });
  });
});
