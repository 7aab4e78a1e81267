import type { Actor } from "@/lib/auth/actor";
import { addDays, type Day } from "@/lib/kernel/day";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { momentAt } from "@/lib/platform/zone";

export interface SeenRow {
  readonly id: string;
  readonly at: Date;
  readonly what: string;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly number: string | null;
  readonly tenancyId: number | null;
  readonly name: string;
  readonly role: string;
}
export interface SeenFilter {
  readonly from: Day;
  readonly until: Day;
  readonly number: string | null;
  readonly staffId: number | null;
}
export const MOST_SEEN = 500;

/** Who saw what in a period; for the privacy officer, and of oneself for everybody. */
export async function accessLog(actor: Actor, filter: SeenFilter): Promise<SeenRow[]> {
  const staffId = actor.role === "privacy" ? filter.staffId : (actor.staffId ?? 0);
  const [from, until] = [momentAt(filter.from, 0), momentAt(addDays(filter.until, 1), 0)];
  return sqlOf(prisma())<SeenRow>(sqlFile("privacy/access-log"), [from, until, filter.number, staffId, MOST_SEEN]);
}
