import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { deskColleagues } from "../queries/staff";
import type { CoverInput } from "../schema";

/** Until when a colleague is away, and who stands in: that one finds these cases among their own. Both left out: back again. */
export const setCover = (actor: Actor, { awayUntil, coveredBy }: CoverInput): Promise<Outcome<{ away: boolean }>> =>
  inTransaction(async (db) => {
    const { day, moment } = await now(db);
    const colleagues = await deskColleagues(day, db);
    const { staffId } = actor;
    if (staffId === null) return refused("notAllowed");
    if (awayUntil && awayUntil < day) return refused("day-passed");
    if (coveredBy === staffId || (coveredBy && !colleagues.some(({ id }) => id === coveredBy))) return refused("coverUnknown");
    await db.staff.update({
      where: { id: staffId },
      data: { awayUntil: awayUntil ? dateOf(awayUntil) : null, coveredById: coveredBy ?? null },
    });
    const detail = { awayUntil: awayUntil ?? null, coveredBy: coveredBy ?? null };
    await db.auditEvent.create({ data: { at: moment, staffId, action: "staff.setCover", detail } });
    return done({ away: awayUntil !== undefined });
  });
