import { record } from "@/lib/audit/commands/record";
import { SYSTEM } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction } from "@/lib/platform/db";
import { keepWish } from "@/lib/tenancies/commands/wish";
import type { ReceiptRequest } from "../channels/provider";
import { smsProvider } from "../channels/sms";
import { asksToStop, inDistress, senderNumber } from "../domain/reply";

/** Whose it is: who got our last message on that number, else who is known to have it. */
async function whose(db: Db, sender: string): Promise<{ tenancyId: number | null; personId: number | null }> {
  const asked = await db.outboxMessage.findFirst({
    where: { recipient: sender, status: { notIn: ["queued", "cancelled"] } },
    orderBy: { id: "desc" },
    select: { tenancyId: true, personId: true },
  });
  if (asked) return asked;
  const known = await db.contactPoint.findMany({
    where: { value: sender, endedAt: null },
    select: { personId: true, person: { select: { tenancies: { select: { tenancyId: true, role: true, untilDay: true } } } } },
  });
  const tenancies = new Set(known.flatMap(({ person }) => person.tenancies.map(({ tenancyId }) => tenancyId)));
  // A number of several homes is nobody's in particular: a person finds out.
  const [tenancyId = null] = tenancies.size === 1 ? tenancies : [];
  return { tenancyId, personId: tenancyId === null ? null : (known[0]?.personId ?? null) };
}

/** Takes in what a tenant texted back, once, and leaves it for somebody to read. `STOP` alone stops messages at once. */
export async function takeReply(
  request: ReceiptRequest,
): Promise<Outcome<{ replyId: number | null }, "signature" | "unreadable">> {
  const reply = smsProvider()?.reply(request) ?? "unreadable";
  if (typeof reply === "string") return refused(reply);
  const sender = senderNumber(reply.from);
  return inTransaction(async (db): Promise<Outcome<{ replyId: number | null }, "signature" | "unreadable">> => {
    const { moment } = await now(db);
    const told = new Date(reply.at);
    const of = await whose(db, sender);
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
