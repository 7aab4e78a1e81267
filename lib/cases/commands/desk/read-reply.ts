import { command } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { markRead } from "@/lib/contact/commands/reply";
import { done, refused } from "@/lib/kernel/outcome";
import type { ReadReplyInput } from "../../schema/calls";

/** A colleague read what a tenant texted; also of a number that nobody knows. */
export const readReply = (actor: Actor, { commandId, replyId }: ReadReplyInput) =>
  command(actor, { action: "cases.readReply", commandId }, async ({ db, now }) => {
    const reply = await db.smsReply.findUnique({ where: { id: replyId }, select: { tenancyId: true } });
    const kept = { tenancyId: reply?.tenancyId ?? null, detail: {} };
    if (!reply) return [refused("not-found"), kept];
    const first = await markRead(db, actor.staffId, replyId, now.moment);
    return [first ? done({ replyId }) : refused("already-read"), kept];
  });
