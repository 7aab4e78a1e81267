import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finish, isOfNothing, isUnfinished, knownKey, newestIn, prune, sumsIn } from "@/bin/database/folder-backup";
import { type OpenDatabase, openDatabase } from "@/bin/database/open";
import { stopServer } from "@/bin/database/server";
import { rentOf } from "../factories/dossier";
import { storeLedger, storeTenancy } from "../factories/store";

const given = { ...process.env };
const folders: string[] = [];
const KEY = "een sleutel die elders ligt";
let first: OpenDatabase;
let made = "";
let safe = "";

const folder = (name: string): string => {
  const place = mkdtempSync(path.join(tmpdir(), `aanbel-${name}-`));
  folders.push(place);
  return place;
};
async function machine(): Promise<OpenDatabase> {
  process.env.AANBEL_DATA_DIR = folder("machine");
  delete process.env.DATABASE_URL;
  // Of the installation itself, as it is where nothing was set.
  delete process.env.AANBEL_SEAL_KEY;
  return openDatabase();
}
const on = async <Row extends pg.QueryResultRow>(database: OpenDatabase, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: database.env.AANBEL_DATABASE_URL });
  await client.connect();
  return (await client.query<Row>(text).finally(() => client.end())).rows;
};
const messages = "SELECT status FROM outbox_message ORDER BY id";

beforeAll(async () => {
  first = await machine();
  const pool = new pg.Pool({ connectionString: first.env.AANBEL_DATABASE_URL });
  const tenancyId = await storeTenancy(pool, { number: "M1" });
  await storeLedger(pool, tenancyId, { entries: [rentOf("2026-01-01"), rentOf("2026-02-01")] });
  await pool.query("INSERT INTO person (number, last_name) VALUES ('R1', 'Zoekwoord')");
  for (const status of ["queued", "sending", "sent", "delivered"])
    await pool.query(
      `INSERT INTO outbox_message (tenancy_id, person_id, channel, recipient, body, status, reference, created_at, status_at)
       VALUES ($1, 1, 'sms', '+31600000001', 'x', $2, gen_random_uuid(), now(), now())`,
      [tenancyId, status],
    );
  await pool.end();
  mkdirSync(path.join(first.dataFolder, "uploads", "a"), { recursive: true });
  writeFileSync(path.join(first.dataFolder, "uploads", "a", "0"), "Zoekwoord;1");
  writeFileSync(path.join(first.dataFolder, "uploads", "a", "1"), "");
  safe = folder("safe");
  made = finish(await first.backupTo(safe, KEY), true);
});
afterAll(async () => {
  process.env = given;
  await first.close();
  for (const place of folders) stopServer(path.join(place, "postgres"));
  for (const place of folders) rmSync(place, { recursive: true, force: true });
});

describe("a backup in a folder", () => {
  it("can be read by nobody without its key: no word of it stands in any file", () => {
    const files = readdirSync(made, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("."));
    expect(files.sort()).toEqual(["database.backup", "manifest.json", "secrets.json"]);
    for (const name of [...files, path.join("uploads", "a", "0")])
      expect(readFileSync(path.join(made, name), "latin1")).not.toMatch(/Zoekwoord|sessions"|\u001f\u008b\u0008/);
  });

  it("comes back on an empty machine with uploads and secrets, and what may have been sent is not sent again", async () => {
    const second = await machine();
    const restored = await second.restoreFrom(safe, KEY);
    expect(restored).toMatchObject({ outcome: "restored" });
    expect(sumsIn(made)).toMatchObject({ ledger: "2:120000", people: "1", messages: "4" });
    expect(knownKey(second.dataFolder).key, "the next night seals with the same key").toBe(KEY);
    expect((await on(second, messages)).map(({ status }) => status)).toEqual(["uncertain", "uncertain", "sent", "delivered"]);
    expect(readFileSync(path.join(second.dataFolder, "uploads", "a", "0"), "utf8")).toBe("Zoekwoord;1");
    const secrets = (database: OpenDatabase) => JSON.parse(readFileSync(path.join(database.dataFolder, "secrets.json"), "utf8"));
    expect(secrets(second)).toMatchObject({ seal: secrets(first).seal, sessions: secrets(first).sessions });
    expect(secrets(second).ownerPassword).not.toBe(secrets(first).ownerPassword);
    expect((await second.restoreFrom(safe, KEY)).outcome, "a second time it is not empty").toBe("not-empty");
    expect(existsSync(path.join(second.dataFolder, ".restoring"))).toBe(false);
    await second.close();
  });

  it("is refused whole when a byte of it was changed, a file is missing, or the key is another", async () => {
    const second = await machine();
    expect((await second.restoreFrom(safe, "een andere sleutel")).outcome).toBe("wrong-key");
    const file = path.join(made, "database.backup");
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(file, bytes);
    expect((await second.restoreFrom(safe, KEY)).outcome).toBe("damaged");
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(file, bytes);
    expect((await second.restoreFrom(folder("empty"), KEY)).outcome).toBe("none");
    expect(await on(second, "SELECT 1 FROM tenancy")).toEqual([]);
    await second.close();
  });

  it("that was broken off between the database and the rest is not taken for a whole one, and is said to be half", async () => {
    const second = await machine();
    // Where the uploads go stands a file: everything after the database fails.
    rmSync(path.join(second.dataFolder, "uploads"), { recursive: true, force: true });
    writeFileSync(path.join(second.dataFolder, "uploads"), "");
    const half = () => second.restoreFrom(safe, KEY);
    await expect(half()).rejects.toMatchObject({ code: "restoreUnfinished" });
    expect(isUnfinished(second.dataFolder)).toBe(true);
    // Of a process that is gone, as after a kill.
    writeFileSync(path.join(second.dataFolder, "restore-unfinished"), "4194303\n");
    await expect(half(), "nor can it be gone on with").rejects.toMatchObject({ code: "restoreUnfinished" });
    await second.close();
  });

  it("comes back after a try that was killed before anything was there, and never twice at once", async () => {
    const second = await machine();
    const mark = path.join(second.dataFolder, "restore-unfinished");
    writeFileSync(mark, `${process.ppid}\n`);
    expect((await second.restoreFrom(safe, KEY)).outcome, "another one goes on").toBe("going-on");
    writeFileSync(mark, "4194303\n");
    expect((await second.restoreFrom(safe, KEY)).outcome).toBe("restored");
    expect(isUnfinished(second.dataFolder)).toBe(false);
    await second.close();
  });

  it("leaves a folder in use exactly as it is, and a broken one marked whatever is tried on it", async () => {
    expect((await first.restoreFrom(safe, KEY)).outcome).toBe("not-empty");
    expect(isUnfinished(first.dataFolder)).toBe(false);
    const second = await machine();
    writeFileSync(path.join(second.dataFolder, "restore-unfinished"), "4194303\n");
    expect((await second.restoreFrom(safe, "een andere sleutel")).outcome).toBe("wrong-key");
    expect(isUnfinished(second.dataFolder)).toBe(true);
    await second.close();
  });

  it("says which one it was and which model it has, and is damaged when its list is cut off", async () => {
    const second = await machine();
    const list = path.join(made, "manifest.json");
    const whole = readFileSync(list, "utf8");
    writeFileSync(list, whole.slice(0, 100));
    expect(await second.restoreFrom(safe, KEY)).toMatchObject({ outcome: "damaged", place: made });
    writeFileSync(list, whole);
    expect(await second.restoreFrom(safe, "een andere")).toMatchObject({ place: made, model: expect.stringMatching(/^\d{14}_/) });
    expect(isUnfinished(second.dataFolder)).toBe(false);
    await second.close();
  });

  it("of nothing is known as such: more likely the wrong folder", async () => {
    const second = await machine();
    expect(isOfNothing(await second.backupTo(folder("nothing"), KEY))).toBe(true);
    expect(isOfNothing(made)).toBe(false);
    await second.close();
  });

  it("stays so many times, the newest", async () => {
    const place = folder("kept");
    const all: string[] = [];
    for (let nth = 0; nth < 3; nth++) all.push(finish(await first.backupTo(place, KEY), true));
    const failed = finish(await first.backupTo(place, KEY), false);
    prune(place, 2);
    expect(readdirSync(place).sort()).toEqual([...all.slice(1), failed].map((each) => path.basename(each)).sort());
    expect(newestIn(place), "one that did not come back is never taken").toBe(all[2]);
  });
});
