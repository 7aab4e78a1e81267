import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { type Actor, SYSTEM } from "@/lib/auth/actor";
import { addDays, type Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOrNull, realNow } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { amsterdamOf, momentAt } from "@/lib/platform/zone";
import { uploadFile, uploadFolder } from "../queries/uploads";
import { dryRunFiles } from "./dry-run";
import { followUp } from "./follow-up";
import { importFiles } from "./import-files";

/** Above this together, files are looked at and brought in by a job: the person may leave and come back. */
const AT_ONCE_BYTES = 2_000_000;
/** What nobody came back for is personal data that lies about. */
const KEPT_DAYS = 7;

async function store(uploadId: string, files: readonly File[]): Promise<void> {
  await mkdir(uploadFolder(uploadId), { recursive: true, mode: 0o700 });
  for (const [index, file] of files.entries()) {
    const to = createWriteStream(uploadFile(uploadId, index), { mode: 0o600 });
    await pipeline(Readable.fromWeb(file.stream() as ReadableStream), to);
  }
}

const forget = (uploadId: string) => rm(uploadFolder(uploadId), { recursive: true, force: true });

/** Throws away what was offered long ago and never brought in. */
async function sweep(): Promise<void> {
  const before = momentAt(addDays(amsterdamOf(realNow()).day, -KEPT_DAYS), 0);
  const old = await prisma().upload.findMany({ where: { status: { in: ["checking", "checked"] }, createdAt: { lt: before } } });
  for (const { id } of old) await discardUpload(SYSTEM, id);
}

/** Takes files from the screen and looks what they would do: small ones at once, large ones by a job. */
export async function takeUpload(actor: Actor, files: readonly File[], completeThrough?: Day): Promise<string> {
  await sweep();
  const id = randomUUID();
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  await store(id, files);
  await prisma().upload.create({
    data: {
      id,
      status: "checking",
      names: files.map((file) => path.basename(file.name) || "bestand"),
      bytes,
      completeThrough: completeThrough ? dateOf(completeThrough) : null,
      staffId: actor.staffId,
      createdAt: realNow(),
    },
  });
  await goOn(actor, id, bytes);
  return id;
}

/** Small uploads are worked on while the person waits; a large one by the job, which finds in the row what to do. */
async function goOn(actor: Actor, id: string, bytes: number | bigint): Promise<void> {
  if (bytes <= AT_ONCE_BYTES) await workOnUpload(actor, id);
  else await enqueue("import", { uploadId: id, staffId: actor.staffId });
}

/** Does what the upload waits for. Done again after a fault, it ends the same: what came in already is known. */
export async function workOnUpload(actor: Actor, id: string): Promise<void> {
  const upload = await prisma().upload.findUnique({ where: { id } });
  if (!upload) return;
  const completeThrough = dayOrNull(upload.completeThrough);
  const offered = upload.names.map((name, index) => ({ name, path: uploadFile(id, index) }));
  const options = { uploadId: id, ...(completeThrough ? { completeThrough } : {}) };
  if (upload.status === "checking") {
    await forgetCheck(id);
    await dryRunFiles(actor, offered, options);
    await prisma().upload.updateMany({ where: { id, status: "checking" }, data: { status: "checked" } });
  }
  if (upload.status === "importing") {
    const reports = await importFiles(actor, offered, options);
    await followUp(actor, reports);
    await prisma().upload.update({ where: { id }, data: { status: "done" } });
    await forget(id);
  }
}

/** What an earlier look found, before another one. */
async function forgetCheck(uploadId: string): Promise<void> {
  const where = { uploadId, dryRun: true };
  await prisma().importIssue.deleteMany({ where: { file: where } });
  await prisma().importFile.deleteMany({ where });
}

/** From one state to the next, by one person only. */
const step = async (id: string, from: string, to: string): Promise<boolean> =>
  (await prisma().upload.updateMany({ where: { id, status: from }, data: { status: to } })).count === 1;

/** Brings in what was looked at. */
export async function applyUpload(actor: Actor, id: string): Promise<Outcome<null, "upload-not-ready">> {
  if (!(await step(id, "checked", "importing"))) return refused("upload-not-ready");
  const { bytes } = await prisma().upload.findUniqueOrThrow({ where: { id } });
  await goOn(actor, id, bytes);
  return done(null);
}

/** Has the job that was lost, or that gave up, done again: what came in already is known. */
export async function tryAgain(actor: Actor, id: string): Promise<Outcome<null, "upload-not-ready">> {
  const waits = await prisma().upload.count({ where: { id, status: { in: ["checking", "importing"] } } });
  if (waits === 0) return refused("upload-not-ready");
  await enqueue("import", { uploadId: id, staffId: actor.staffId });
  return done(null);
}

/** Looks again, because a column mapping is known now. */
export async function checkAgain(actor: Actor, id: string): Promise<Outcome<null, "upload-not-ready">> {
  if (!(await step(id, "checked", "checking"))) return refused("upload-not-ready");
  const { bytes } = await prisma().upload.findUniqueOrThrow({ where: { id } });
  await goOn(actor, id, bytes);
  return done(null);
}

/** Throws the files away; nothing of them was brought in. */
export async function discardUpload(_actor: Actor, id: string): Promise<Outcome<null, "upload-not-ready">> {
  const gone = (await step(id, "checked", "discarded")) || (await step(id, "checking", "discarded"));
  if (!gone) return refused("upload-not-ready");
  await forgetCheck(id);
  await forget(id);
  return done(null);
}
