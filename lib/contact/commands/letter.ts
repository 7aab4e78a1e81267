import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addWorkingDays } from "@/lib/kernel/calendar";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Policy } from "@/lib/rules/policy";
import type { LetterPage } from "../templates/letter";
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
  // The one made last is the one in the envelope.
  const last = await db.letterPrint.findFirst({ where: { letterId }, orderBy: { id: "desc" }, select: { id: true } });
  if (last) await db.letterPrint.update({ where: { id: last.id }, data: { postedAt: now.moment } });
  const { tenancyId, caseId, kind } = letter;
  // A letter that confirms or helps is no step of the ladder, so it is no try to reach somebody either.
  if (kind === "written-reminder")
    await recordAttempt(db, actor, now, { tenancyId, caseId, personId, channel: "letter", outcome: "sent", commandId });
  return done({ letterId });
}

/**
 * A letter that was recorded as posted and was not: it waits again, and nothing counts from its day. It is called off when another of
 * its kind waits by now.
 */
export async function takeBackLetter(db: Db, now: Now, letterId: number): Promise<void> {
  const { tenancyId, caseId, kind, sentAt } = await db.letter.findUniqueOrThrow({ where: { id: letterId } });
  const another = await db.letter.count({ where: { tenancyId, caseId, kind, sentOn: null, withdrawnOn: null } });
  const calledOff = another > 0 ? { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment } : {};
  await db.letter.update({ where: { id: letterId }, data: { sentOn: null, sentAt: null, deliveredOn: null, ...calledOff } });
  await db.letterPrint.updateMany({ where: { letterId, postedAt: sentAt }, data: { postedAt: null } });
}

/** Keeps a letter as it was made, beside earlier ones; one that went out or was called off is not made again. */
export async function keepPrint(
  db: Db,
  actor: Actor,
  now: Now,
  letterId: number,
  made: { readonly page: LetterPage; readonly pdf: Buffer },
): Promise<Outcome<number, Refusal>> {
  const letter = await db.letter.findUnique({ where: { id: letterId } });
  if (!letter) return refused("not-found");
  if (letter.sentOn) return refused("already-sent");
  if (letter.withdrawnOn) return refused("withdrawn");
  const data = {
    letterId,
    pdf: new Uint8Array(made.pdf),
    page: { ...made.page } as Prisma.InputJsonObject,
    madeAt: now.moment,
    staffId: actor.staffId,
  };
  return done((await db.letterPrint.create({ data, select: { id: true } })).id);
}

/** Calls off a letter that has not gone out; answers whether it was still waiting. */
export async function withdrawLetter(db: Db, now: Now, letterId: number): Promise<boolean> {
  const { count } = await db.letter.updateMany({
    where: { id: letterId, sentOn: null, withdrawnOn: null },
    data: { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment },
  });
  return count === 1;
}
