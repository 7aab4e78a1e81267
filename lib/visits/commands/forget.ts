import { addDays, type Day } from "@/lib/kernel/day";
import { dateOf } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";

/** So long after its case closed a team note is still there: a case may open again. */
const DAYS_AFTER = 90;

/** Every night: what was written for the team goes some months after the case closed; what belongs to the record stays. */
export const forgetTeamNotes = (today: Day): Promise<{ count: number }> =>
  prisma().visit.updateMany({
    where: { note: { not: null }, case: { closedOn: { lt: dateOf(addDays(today, -DAYS_AFTER)) } } },
    data: { note: null },
  });
