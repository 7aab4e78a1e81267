import type { Actor } from "@/lib/auth/actor";
import { addDays, daysBetween } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now, now } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import type { CaretakerCoverInput, EndCaretakerCoverInput } from "../schema";

/** Longer than this is no cover: the housing system says whose building it is. */
const MOST_DAYS = 366;

const isCaretaker = async (db: Db, id: number): Promise<{ email: string } | null> =>
  db.staff.findFirst({ where: { id, role: "caretaker", active: true }, select: { email: true } });

/** The buildings somebody looks after by themselves on a day, cover not counted. */
const ownBuildings = (db: Db, staffId: number, at: Now) =>
  db.buildingCaretaker.findMany({
    where: { staffId, untilDay: null, fromDay: { lte: dateOf(at.day) } },
    select: { buildingId: true },
    distinct: ["buildingId"],
  });

type Refusal = "day-passed" | "coverTooLong" | "coverSelf" | "coverUnknown" | "coverNothing";

/** Another caretaker looks after somebody's buildings for a period: their tasks are on both lists. */
export const coverCaretaker = (
  actor: Actor,
  { of, by, fromDay, untilDay }: CaretakerCoverInput,
): Promise<Outcome<{ buildings: number }, Refusal>> =>
  inTransaction(async (db) => {
    const at = await now(db);
    if (untilDay < fromDay || untilDay < at.day) return refused("day-passed");
    if (daysBetween(fromDay, untilDay) > MOST_DAYS) return refused("coverTooLong");
    if (of === by) return refused("coverSelf");
    const stands = await isCaretaker(db, by);
    if (!stands || !(await isCaretaker(db, of))) return refused("coverUnknown");
    const buildings = await ownBuildings(db, of, at);
    if (buildings.length === 0) return refused("coverNothing");
    await db.buildingCaretaker.createMany({
      data: buildings.map(({ buildingId }) => ({
        ...{ buildingId, staffId: by, email: stands.email, recordedAt: at.moment },
        ...{ fromDay: dateOf(fromDay), untilDay: dateOf(untilDay) },
      })),
    });
    const detail = { of, by, fromDay, untilDay, buildings: buildings.length };
    await db.auditEvent.create({ data: { at: at.moment, staffId: actor.staffId, action: "staff.coverCaretaker", detail } });
    return done({ buildings: buildings.length });
  });

/** A cover ends sooner: from today on the buildings are their own caretaker's again. */
export const endCaretakerCover = (
  actor: Actor,
  { by, untilDay }: EndCaretakerCoverInput,
): Promise<Outcome<{ ended: number }, "coverOver">> =>
  inTransaction(async (db) => {
    const at = await now(db);
    const { count } = await db.buildingCaretaker.updateMany({
      where: { staffId: by, untilDay: dateOf(untilDay), AND: { untilDay: { gte: dateOf(at.day) } } },
      data: { untilDay: dateOf(addDays(at.day, -1)) },
    });
    if (count === 0) return refused("coverOver");
    await db.auditEvent.create({
      data: { at: at.moment, staffId: actor.staffId, action: "staff.endCaretakerCover", detail: { by, untilDay } },
    });
    return done({ ended: count });
  });
