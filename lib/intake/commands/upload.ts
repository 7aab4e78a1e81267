import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { type Actor, SYSTEM } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { env } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs";
import type { FileReport } from "../domain/report";
import { followUp } from "./followUp";
import { importFiles } from "./importFiles";

/** Above this together, files are brought in by a job: the person may leave and come back. */
const AT_ONCE_BYTES = 2_000_000;

const folderOf = (uploadId: string) =>
  path.resolve(/* turbopackIgnore: true */ env.root(), env.dataDir(), "uploads", path.basename(uploadId));
/** Only the last part of a name, so that a file never lands elsewhere; the number keeps two of the same name apart. */
const nameOnDisk = (index: number, name: string) => `${index}-${path.basename(name).replace(/[^\w .-]/g, "_") || "bestand"}`;

async function store(uploadId: string, files: readonly File[]): Promise<void> {
  const folder = folderOf(uploadId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [index, file] of files.entries()) {
    const to = createWriteStream(path.join(folder, nameOnDisk(index, file.name)), { mode: 0o600 });
    await pipeline(Readable.fromWeb(file.stream() as ReadableStream), to);
  }
}

/** Takes files from the screen: small ones are read at once, large ones by a job. Answers the reports, or null when they come later. */
export async function takeUpload(actor: Actor, files: readonly File[], completeThrough?: Day): Promise<FileReport[] | null> {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes <= AT_ONCE_BYTES) {
    const offered = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const reports = await importFiles(actor, offered, completeThrough ? { completeThrough } : {});
    await followUp(actor, reports);
    return reports;
  }
  const uploadId = randomUUID();
  await store(uploadId, files);
  await enqueue("import", { uploadId, staffId: actor.staffId, ...(completeThrough ? { completeThrough } : {}) });
  return null;
}

/** Brings in an upload that waits. Tried again after a fault, it finds what was already brought in and finishes the rest. */
export async function importWaiting(uploadId: string, staffId: number | null, completeThrough?: Day): Promise<FileReport[]> {
  const folder = folderOf(uploadId);
  const names = await readdir(folder).catch(() => [] as string[]);
  const actor: Actor = { ...SYSTEM, staffId };
  const offered = names.sort().map((name) => ({ name: name.replace(/^\d+-/, ""), path: path.join(folder, name) }));
  const reports = await importFiles(actor, offered, completeThrough ? { completeThrough } : {});
  await followUp(actor, reports);
  await rm(folder, { recursive: true, force: true });
  return reports;
}
