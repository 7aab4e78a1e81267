import type { Actor } from "@/lib/auth/actor";
import { addWorkingDays } from "@/lib/kernel/calendar";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Policy } from "@/lib/rules/policy";
import { recordAttempt } from "./attempt";

type Refusal = "not-found" | "already-sent" | "withdrawn";

/** A person posted the letter the rules asked for; it is presumed delivered on the second postal day. */
export async function sendLetter(
  db: Db,
  actor: Actor,
  now: Now,
  { letterId, personId, commandId }: { readonly letterId: number; readonly personId: number | null; readonly commandId: string },
  policy: Policy,
): Promise<Outcome<{ letterId: number }, Refusal>> {
  const letter = await db.letter.findUnique({ where: { id: letterId } });
  if (!letter) return refused("not-found");
  if (letter.sentOn) return refused("already-sent");
  if (letter.withdrawnOn) return refused("withdrawn");
  await db.letter.update({
    where: { id: letterId },
    data: {
      sentOn: dateOf(now.day),
      sentAt: now.moment,
      deliveredOn: dateOf(addWorkingDays(now.day, policy.letterDeliveryWorkingDays)),
      staffId: actor.staffId,
    },
  });
  const { tenancyId, caseId } = letter;
  await recordAttempt(db, actor, now, { tenancyId, caseId, personId, channel: "letter", outcome: "sent", commandId });
  return done({ letterId });
}
