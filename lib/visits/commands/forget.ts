import { prisma } from "@/lib/platform/db";

/** Every night: what was written for the team goes with the case; what belongs to the record stays. */
export const forgetTeamNotes = (): Promise<{ count: number }> =>
  prisma().visit.updateMany({ where: { note: { not: null }, case: { closedOn: { not: null } } }, data: { note: null } });
