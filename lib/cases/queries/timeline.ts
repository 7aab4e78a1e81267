import { type Db, prisma, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { TimelineItem } from "../domain/view";

/** What happened with one tenancy, newest first. */
export const timelineOf = (tenancyId: number, db: Db = prisma()): Promise<TimelineItem[]> =>
  sqlOf(db)<TimelineItem>(sqlFile("cases/timeline"), [tenancyId]);
