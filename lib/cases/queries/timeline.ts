import { type Db, prisma, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { canUndo, LINES_OF, lineKey, UNDOABLE } from "../domain/acts";
import type { TimelineItem } from "../domain/view";

/** What happened with one tenancy, newest first. */
export const timelineOf = (tenancyId: number, db: Db = prisma()): Promise<TimelineItem[]> =>
  sqlOf(db)<TimelineItem>(sqlFile("cases/timeline"), [tenancyId]);

/** What was recorded of it by hand and can still be said to be wrong, by moment and line of each; the latest hundred. */
export async function correctableOf(tenancyId: number, db: Db = prisma()): Promise<ReadonlyMap<string, string>> {
  const rows = await db.command.findMany({
    where: { tenancyId, undoneAt: null, action: { in: [...UNDOABLE] } },
    select: { id: true, at: true, action: true },
    orderBy: { at: "desc" },
    take: 100,
  });
  return new Map(
    rows.flatMap(({ id, at, action }) =>
      canUndo(action) ? LINES_OF[action].map((code) => [lineKey({ at: at.toISOString(), code }), id] as const) : [],
    ),
  );
}
