import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "@/bin/database/open";
import { stopServer } from "@/bin/database/server";
import { openEnvelope } from "@/lib/field/jobs";
import { day } from "@/lib/kernel/day";
import { disconnect, prisma } from "@/lib/platform/db";
import { stopJobs } from "@/lib/platform/jobs";
import { colleague, openOffice } from "../factories/door";
import { arrives, asksFor, plannedVisit, takesDay, visitOf } from "../factories/phone";

const given = { ...process.env };
const folders: string[] = [];
const opened: OpenDatabase[] = [];
const today = day("2026-03-12");

/** A machine that never saw Aanbel, and from here on the one that is worked with. */
async function machine(): Promise<OpenDatabase> {
  await stopJobs();
  await disconnect();
  const folder = mkdtempSync(path.join(tmpdir(), "aanbel-field-"));
  folders.push(folder);
  process.env.AANBEL_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const database = await openDatabase();
  opened.push(database);
  Object.assign(process.env, database.env);
  return database;
}

afterAll(async () => {
  await stopJobs();
  await disconnect();
  for (const database of opened) await database.close();
  process.env = given;
  for (const folder of folders) stopServer(path.join(folder, "postgres"));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it("after yesterday's backup was put back, every visit on a phone returns, once", async () => {
  const first = await machine();
  await openOffice(today);
  const joke = await colleague("consultant", "Joke");
  const morning = await plannedVisit(joke, joke, today);
  const afternoon = await plannedVisit(joke, joke, today);
  const backup = path.join(first.dataFolder, "yesterday.backup");
  await first.backup(backup);

  // After the backup: a visit comes in, and a day is handed out of which one comes in too.
  const said = { outcome: "spoke-inside", agreed: ["will-call"], note: "Koffie ë 👵" };
  const one = await visitOf(morning.phone, morning.visitId, said);
  await arrives(morning.phone, one);
  const later = await takesDay(joke);
  const two = await visitOf(later, afternoon.visitId, { ...said, outcome: "nobody", agreed: [] });
  await arrives(later, two);

  const second = await machine();
  expect(await second.restore(backup)).toBe("restored");
  const made = () => prisma().visit.findMany({ where: { doneOn: { not: null } }, orderBy: { outcome: "asc" } });
  expect(await made()).toEqual([]);
  expect(await prisma().fieldHandout.count({ where: { id: { not: undefined } } })).toBe(2);

  const ids = [one.id, two.id];
  expect(await asksFor(later.day.token, { ids })).toEqual({ status: 200, answer: { missing: ids, lost: false } });
  for (const [phone, envelope] of [
    [morning.phone, one],
    [later, two],
    [later, one],
  ] as const)
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "recorded" });
  for (const id of ids) await openEnvelope({ envelopeId: id });
  expect((await made()).map(({ outcome }) => outcome)).toEqual(["nobody", "spoke-inside"]);
  expect(await prisma().attempt.count({ where: { commandId: { in: ids } } })).toBe(2);
  expect(await asksFor(later.day.token, { ids })).toEqual({ status: 200, answer: { missing: [], lost: false } });
});
