import { open } from "node:fs/promises";
import path from "node:path";
import type { Day } from "@/lib/kernel/day";
import { dayOrNull } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { CsvHead } from "../formats/csv";
import { HEAD_BYTES, headOf } from "../formats/recognise";

export type UploadStatus = "checking" | "checked" | "importing" | "done" | "discarded";

/** Files that were offered on the screen. */
export interface UploadRow {
  readonly id: string;
  readonly status: UploadStatus;
  readonly names: readonly string[];
  readonly completeThrough: Day | null;
  readonly createdAt: Date;
  readonly by: string | null;
}

/** The folder of an upload; only the last part of what is asked, so that it never lies elsewhere. */
export const uploadFolder = (id: string): string =>
  path.resolve(/* turbopackIgnore: true */ env.root(), env.dataDir(), "uploads", path.basename(id));
export const uploadFile = (id: string, index: number): string => path.join(uploadFolder(id), String(index));

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Stored = Awaited<ReturnType<ReturnType<typeof prisma>["upload"]["findFirstOrThrow"]>>;

async function rowsOf(uploads: readonly Stored[]): Promise<UploadRow[]> {
  const staff = await prisma().staff.findMany({ where: { id: { in: uploads.flatMap(({ staffId }) => staffId ?? []) } } });
  return uploads.map(({ id, status, names, completeThrough, createdAt, staffId }) => ({
    id,
    status: status as UploadStatus,
    names,
    completeThrough: dayOrNull(completeThrough),
    createdAt,
    by: staff.find((one) => one.id === staffId)?.name ?? null,
  }));
}

/** One offering; null when there is none of that name, or it was thrown away. */
export async function uploadOf(id: string): Promise<UploadRow | null> {
  if (!UUID.test(id)) return null;
  const upload = await prisma().upload.findFirst({ where: { id, status: { not: "discarded" } } });
  return upload ? ((await rowsOf([upload]))[0] ?? null) : null;
}

/** What was offered and is not brought in yet, newest first. */
export async function openUploads(): Promise<UploadRow[]> {
  const where = { status: { in: ["checking", "checked", "importing"] } };
  return rowsOf(await prisma().upload.findMany({ where, orderBy: { createdAt: "desc" }, take: 20 }));
}

/** The columns and first rows of one of the files of an offering; null when they cannot be read any more. */
export async function columnsOfUpload(id: string, index: number): Promise<CsvHead | null> {
  try {
    const handle = await open(uploadFile(id, index), "r");
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return headOf(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
