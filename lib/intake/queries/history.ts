import type { Day } from "@/lib/kernel/day";
import { dayOrNull } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import type { Counts, Issue } from "../domain/report";

export interface ImportRow extends Counts {
  readonly id: number;
  readonly name: string;
  readonly format: string;
  readonly status: "running" | "done" | "refused" | "interrupted" | "checked";
  readonly refusal: { readonly code: string; readonly values: Record<string, string | number> } | null;
  readonly changed: number;
  readonly ended: number;
  readonly noted: number;
  readonly mapping: string | null;
  /** What it would have done; nothing of it was kept. */
  readonly dryRun: boolean;
  readonly uploadId: string | null;
  readonly bytes: bigint;
  readonly totalBytes: bigint;
  readonly amountCents: bigint;
  readonly completeThrough: Day | null;
  readonly startedAt: Date;
  readonly by: string | null;
}

export interface IssueRow {
  readonly id: number;
  readonly line: number;
  readonly field: string | null;
  readonly kind: Issue["kind"];
  readonly code: string;
  readonly values: Record<string, string | number>;
}

type Stored = Awaited<ReturnType<ReturnType<typeof prisma>["importFile"]["findFirstOrThrow"]>>;

const rowOf = (file: Stored, by: string | null): ImportRow => ({
  ...file,
  status: file.status as ImportRow["status"],
  refusal:
    file.refusal === null ? null : { code: file.refusal, values: (file.refusalValues ?? {}) as Record<string, string | number> },
  completeThrough: dayOrNull(file.completeThrough),
  by,
});

async function withNames(files: readonly Stored[]): Promise<ImportRow[]> {
  const ids = files.flatMap((file) => file.staffId ?? []);
  const staff = await prisma().staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(staff.map((each) => [each.id, each.name]));
  return files.map((file) => rowOf(file, names.get(file.staffId ?? 0) ?? null));
}

/** The files that came in or were refused, newest first. */
export async function importHistory(limit = 50): Promise<ImportRow[]> {
  return withNames(await prisma().importFile.findMany({ where: { dryRun: false }, orderBy: { id: "desc" }, take: limit }));
}

export async function importFileOf(id: number): Promise<ImportRow | null> {
  const file = await prisma().importFile.findUnique({ where: { id } });
  return file ? ((await withNames([file]))[0] ?? null) : null;
}

/** Lines of a file of these kinds, in the order of the file. */
export async function issuesOf(fileId: number, kinds: readonly Issue["kind"][], limit: number): Promise<IssueRow[]> {
  const rows = await prisma().importIssue.findMany({
    where: { fileId, kind: { in: [...kinds] } },
    orderBy: [{ line: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as IssueRow["kind"], values: row.values as IssueRow["values"] }));
}

const AT_ONCE = 2000;

/** Every line of a file that something is said of, in the order of the file, so many at once. */
export async function* everyIssueOf(fileId: number): AsyncGenerator<IssueRow[]> {
  let [line, id] = [-1, 0];
  for (;;) {
    const rows = await sqlOf(prisma())<IssueRow>(
      "SELECT id, line, field, kind, code, values FROM import_issue WHERE file_id = $1 AND (line, id) > ($2, $3) ORDER BY line, id LIMIT $4",
      [fileId, line, id, AT_ONCE],
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    ({ line, id } = last);
  }
}

/** The files of one offering: as they were looked at, or as they came in. */
export async function filesOfUpload(uploadId: string, dryRun: boolean): Promise<ImportRow[]> {
  const files = await prisma().importFile.findMany({ where: { uploadId, dryRun }, orderBy: { id: "asc" } });
  // What was cut off and is tried again is one file, not two.
  const isTriedAgain = ({ name, status }: Stored, at: number) =>
    status === "interrupted" && files.slice(at + 1).some((later) => later.name === name);
  return withNames(files.filter((file, at) => !isTriedAgain(file, at)));
}

/** How many lines of a file are of each kind. */
export async function issueCounts(fileId: number): Promise<Partial<Record<Issue["kind"], number>>> {
  const rows = await prisma().importIssue.groupBy({ by: ["kind"], where: { fileId }, _count: true });
  return Object.fromEntries(rows.map((row) => [row.kind, row._count]));
}
