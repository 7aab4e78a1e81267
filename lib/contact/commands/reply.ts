import { record } from "@/lib/audit/commands/record";
import { SYSTEM } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { type Now, now } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { keepWish } from "@/lib/tenancies/commands/wish";
import type { ReceiptRequest } from "../channels/provider";
import { providerOf } from "../channels/sms";
import { asksToStop, inDistress, senderNumber } from "../domain/reply";
import { gateway } from "../queries/gateway";

/** A message of longer ago than this is not what somebody answers. */
const ANSWERED_WITHIN_MS = 30 * 86_400_000;

/** Whose it is: who got our last message on that number this month, else the one household in which somebody has it. */
async function whose(db: Db, sender: string, at: Now): Promise<{ tenancyId: number | null; personId: number | null }> {
  const asked = await db.outboxMessage.findFirst({
    where: {
      recipient: sender,
      status: { notIn: ["queued", "cancelled"] },
      createdAt: { gt: new Date(at.moment.getTime() - ANSWERED_WITHIN_MS) },
    },
    orderBy: { id: "desc" },
    select: { tenancyId: true, personId: true },
  });
  if (asked) return asked;
  const known = await sqlOf(db)<{ tenancyId: number; personId: number }>(sqlFile("contact/has-number"), [sender, at.day]);
  const people = new Set(known.map(({ personId }) => personId));
  // Home and garage of one person are one; a number of several people is nobody's in particular.
  const [first] = known;
  return people.size === 1 && first ? first : { tenancyId: null, personId: null };
}

/** Takes in what a tenant texted back, once, and leaves it for somebody to read. `STOP` alone stops messages at once. */
export async function takeReply(
  request: ReceiptRequest,
): Promise<Outcome<{ replyId: number | null }, "signature" | "unreadable">> {
  const known = await gateway();
  const reply = providerOf(known)?.reply(request, known) ?? "unreadable";
  if (typeof reply === "string") return refused(reply);
  const sender = senderNumber(reply.from);
  return inTransaction(async (db): Promise<Outcome<{ replyId: number | null }, "signature" | "unreadable">> => {
    const clock = await now(db);
    const { moment } = clock;
    const told = new Date(reply.at);
    const of = await whose(db, sender, clock);
    const { count } = await db.smsReply.createMany({
      data: [
        {
          providerId: reply.id,
          sender,
          body: reply.text,
          ...of,
          distress: inDistress(reply.text),
          sentAt: Number.isNaN(told.getTime()) ? moment : told,
          recordedAt: moment,
        },
      ],
      skipDuplicates: true,
    });
    const saved = await db.smsReply.findUniqueOrThrow({ where: { providerId: reply.id }, select: { id: true } });
    if (count === 0) return done({ replyId: saved.id });
    const stops = asksToStop(reply.text) && of.personId !== null;
    if (stops && of.personId !== null) await keepWish(db, of.personId, { smsOptOut: true });
    const detail = { replyId: saved.id, stops };
    await record(db, { actor: SYSTEM, action: "contact.reply", tenancyId: of.tenancyId, detail, at: moment });
    return done({ replyId: saved.id });
  });
}

/** Somebody read it; whoever did first stands with it. */
export async function markRead(db: Db, staffId: number | null, replyId: number, at: Date): Promise<boolean> {
  const { count } = await db.smsReply.updateMany({ where: { id: replyId, readAt: null }, data: { readAt: at, readBy: staffId } });
  return count === 1;
}
