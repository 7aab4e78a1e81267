import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { endSafetyNotes } from "@/lib/tenancies/commands/wish";
import { forgetTeamNotes } from "@/lib/visits/commands/forget";
import { KEPT_DAYS } from "../domain/outbox";

/**
 * Every night: an envelope that was recorded or judged lets go of what was sealed in it once no phone can send it again; that it came, when
 * and from whom stays. Team notes of visits go with their case, and notes about safety on
 * their day.
 */
export async function tidyField(): Promise<void> {
  const at = await now();
  const before = new Date(at.moment.getTime() - KEPT_DAYS * 86_400_000);
  await prisma().fieldEnvelope.updateMany({
    where: { state: { in: ["recorded", "settled"] }, receivedAt: { lt: before } },
    data: { sealed: {} },
  });
  await forgetTeamNotes(at.day);
  await endSafetyNotes(prisma(), at.day);
}
