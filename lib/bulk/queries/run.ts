import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { amsterdamOf } from "@/lib/platform/zone";
import type { BulkAct } from "../domain/bulk";

/** One row of a run with what came of it; `code` null while it waits. */
export interface RunRow {
  readonly tenancyId: number;
  readonly name: string;
  readonly place: string;
  readonly code: string | null;
  readonly undoCode: string | null;
}
export interface RunView {
  readonly id: number;
  readonly act: BulkAct;
  readonly staffId: number;
  readonly by: string;
  readonly askedAt: Date;
  readonly finished: boolean;
  /** Asked today, so that it can be taken back. */
  readonly today: boolean;
  readonly undoneAt: Date | null;
  readonly rows: readonly RunRow[];
}

/** A run with every row and its result; null when there is none by this id. */
export async function bulkRun(id: number): Promise<RunView | null> {
  const run = await prisma().bulkRun.findUnique({
    where: { id },
    include: {
      staff: { select: { name: true } },
      rows: {
        orderBy: { tenancyId: "asc" },
        include: {
          tenancy: {
            include: {
              dwelling: true,
              people: {
                where: { role: { in: ["tenant", "co-tenant"] } },
                include: { person: true },
                orderBy: { id: "asc" },
                take: 1,
              },
            },
          },
        },
      },
    },
  });
  if (!run) return null;
  return {
    ...{ id, act: run.act as BulkAct, staffId: run.staffId, by: run.staff.name, askedAt: run.askedAt },
    ...{ finished: run.finishedAt !== null, today: amsterdamOf(run.askedAt).day === (await now()).day, undoneAt: run.undoneAt },
    rows: run.rows.map(({ tenancyId, code, undoCode, tenancy }) => ({
      ...{ tenancyId, code, undoCode },
      name: tenancy.people[0] ? formatPersonName(tenancy.people[0].person) : tenancy.number,
      place: formatAddress(tenancy.dwelling),
    })),
  };
}
