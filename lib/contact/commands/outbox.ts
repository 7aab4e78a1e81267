import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import { type Db, sqlOf } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { findProblem } from "@/lib/tenancies/commands/problem";
import { siblingsOf } from "@/lib/tenancies/queries/people";
import type { MessageStatus } from "../domain/message";
import { recordAttempt } from "./attempt";

interface NewMessage {
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly personId: number;
  readonly recipient: string;
  readonly body: string;
  /** The form's own id, which the gateway knows the message by too. */
  readonly commandId: string;
}

/** Puts a message in the outbox; it leaves by a job, after the gate has looked again. One waits at a time per tenancy. */
export async function queueMessage(
  db: Db,
  actor: Actor,
  now: Now,
  { commandId, ...message }: NewMessage,
): Promise<Outcome<{ messageId: number; attemptId: number }, "sms-waiting">> {
  const waiting = await db.outboxMessage.count({
    where: { tenancyId: message.tenancyId, status: { in: ["queued", "sending", "uncertain"] } },
  });
  if (waiting > 0) return refused("sms-waiting");
  const saved = await db.outboxMessage.create({
    data: {
      ...message,
      channel: "sms",
      status: "queued",
      reference: commandId,
      staffId: actor.staffId,
      createdAt: now.moment,
      statusAt: now.moment,
    },
    select: { id: true },
  });
  await remember(db, now, saved.id, "queued");
  const { tenancyId, caseId, personId, recipient: number } = message;
  const attempt = {
    tenancyId,
    caseId,
    personId,
    channel: "sms",
    outcome: "queued",
    number,
    messageId: saved.id,
    commandId,
  } as const;
  const attemptId = await recordAttempt(db, actor, now, attempt);
  await enqueue("send-messages", {}, db);
  return done({ messageId: saved.id, attemptId });
}

const remember = (db: Db, now: Now, messageId: number, status: MessageStatus) =>
  db.messageStatus.create({ data: { messageId, status, recordedAt: now.moment } });

/** Writes what became of a message, on the message and on the try it is; looks at the case again when that matters. */
export async function setStatus(
  db: Db,
  now: Now,
  message: { readonly id: number; readonly tenancyId: number },
  status: MessageStatus,
  more: { readonly blockedBy?: string; readonly providerId?: string | null } = {},
): Promise<void> {
  const claimed = status === "sending";
  await db.outboxMessage.update({
    where: { id: message.id },
    data: { status, statusAt: now.moment, ...(claimed ? { claimedAt: now.moment } : {}), ...more },
  });
  await remember(db, now, message.id, status);
  // From the claim on, the try happens today: it may have waited since yesterday evening.
  const today = claimed ? { day: dateOf(now.day), part: now.part, at: now.moment } : {};
  await db.attempt.updateMany({ where: { messageId: message.id }, data: { outcome: claimed ? "sent" : status, ...today } });
  if (status === "undelivered") await findProblem(db, now, message.tenancyId, "sms-undelivered");
  if (status === "undelivered" || status === "cancelled" || status === "uncertain") await reassess(db, now, message.tenancyId);
}

async function reassess(db: Db, now: Now, tenancyId: number): Promise<void> {
  await enqueue("reassess", { tenancyIds: [tenancyId, ...(await siblingsOf(db, tenancyId, now.day))] }, db);
}

/** Stops every message that has not left yet: all contact with this tenancy ends. */
export async function cancelWaiting(db: Db, now: Now, tenancyId: number, because: string): Promise<number> {
  const waiting = await db.outboxMessage.findMany({
    where: { tenancyId, status: "queued" },
    select: { id: true, tenancyId: true },
  });
  for (const message of waiting) await setStatus(db, now, message, "cancelled", { blockedBy: because });
  return waiting.length;
}

/** A person found out what became of an uncertain message. It is never sent again by itself. */
export async function settleMessage(
  db: Db,
  now: Now,
  messageId: number,
  verdict: "arrived" | "not-sent",
): Promise<Outcome<null, "not-found" | "message-settled">> {
  await sqlOf(db)("SELECT id FROM outbox_message WHERE id = $1 FOR UPDATE", [messageId]);
  const message = await db.outboxMessage.findUnique({
    where: { id: messageId },
    select: { id: true, tenancyId: true, status: true },
  });
  if (!message) return refused("not-found");
  if (message.status !== "uncertain") return refused("message-settled");
  await setStatus(db, now, message, verdict === "arrived" ? "delivered" : "cancelled");
  return done(null);
}
