import type { Actor } from "../../auth/actor";
import { type Db, prisma, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { TimelineItem } from "../domain/view";

/** What happened with one tenancy, newest first. */
export const timelineOf = (_actor: Actor, tenancyId: number, db: Db = prisma()): Promise<TimelineItem[]> =>
  sqlOf(db)<TimelineItem>(sqlFile("cases/timeline"), [tenancyId]);
