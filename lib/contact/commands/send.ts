import type pg from "pg";
import { type Now, now } from "@/lib/platform/clock";
import { type Db, inTransaction, pool, prisma, sqlOf } from "@/lib/platform/db";
import { policyOn } from "@/lib/policies/queries/in-force";
import { lockHousehold } from "@/lib/tenancies/commands/lock";
import { handOver } from "../channels/sms";
import { mayContact } from "../domain/gate";
import { afterHandover, type MessageStatus } from "../domain/message";
import { gateFacts } from "../queries/gate";
import { gateway } from "../queries/gateway";
import { setStatus } from "./outbox";

const SENDER_LOCK = 7305;

/**
 * Sends what waits in the outbox, one at a time: claim, look through the gate again, hand over, write down.
 * One sender works at a time; its lock lives and dies with its connection, so a message still marked as being sent when
 * the lock is free was left behind by a sender that died, and nobody knows whether it left.
 */
export async function sendWaiting(): Promise<{ sent: number; cancelled: number; uncertain: number }> {
  const counts = { sent: 0, cancelled: 0, uncertain: 0 };
  const sender = await pool().connect();
  try {
    if (!(await takeTurn(sender))) return counts;
    counts.uncertain += await leaveUncertain();
    const passed = new Set<number>();
    for (let next = await claimNext(passed); next !== "none"; next = await claimNext(passed)) {
      if (next === "cancelled") counts.cancelled++;
      if (typeof next === "string") continue;
      const status = await deliver(next);
      // What could not be handed over now waits for the next turn, a minute later.
      if (status === "queued") passed.add(next.id);
      if (status === "sent" || status === "delivered") counts.sent++;
      if (status === "uncertain") counts.uncertain++;
    }
    return counts;
  } finally {
    await sender.query("SELECT pg_advisory_unlock($1)", [SENDER_LOCK]).catch(() => {});
    sender.release();
  }
}

async function takeTurn(sender: pg.PoolClient): Promise<boolean> {
  const { rows } = await sender.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [SENDER_LOCK]);
  return rows[0]?.mine === true;
}

async function leaveUncertain(): Promise<number> {
  return inTransaction(async (db) => {
    const at = await now(db);
    const left = await db.outboxMessage.findMany({ where: { status: "sending" }, select: { id: true, tenancyId: true } });
    for (const message of left) await setStatus(db, at, message, "uncertain");
    return left.length;
  });
}

interface Claimed {
  readonly id: number;
  readonly reference: string;
  readonly recipient: string;
  readonly body: string;
}

/** Claims the oldest waiting message before it leaves, or cancels it when the gate says no by now. */
async function claimNext(passed: Set<number>): Promise<Claimed | "cancelled" | "waits" | "none"> {
  const next = await prisma().outboxMessage.findFirst({
    where: { status: "queued", id: { notIn: [...passed] } },
    orderBy: { id: "asc" },
    select: { id: true, tenancyId: true },
  });
  if (!next) return "none";
  passed.add(next.id);
  return inTransaction(async (db) => {
    await lockHousehold(db, next.tenancyId);
    const message = await db.outboxMessage.findUniqueOrThrow({ where: { id: next.id } });
    if (message.status !== "queued") return "waits";
    const at = await now(db);
    const stop = await stopped(db, at, message);
    if (stop === "outside-hours") return "waits";
    await setStatus(db, at, message, stop === null ? "sending" : "cancelled", stop === null ? {} : { blockedBy: stop });
    if (stop !== null) return "cancelled";
    const { id, reference, recipient, body } = message;
    return { id, reference, recipient, body };
  });
}

type Waiting = Awaited<ReturnType<Db["outboxMessage"]["findUniqueOrThrow"]>>;

/** Why it may not leave now. What a person overrode when writing it (a full week, spoken today) they decided then. */
async function stopped(db: Db, at: Now, message: Waiting): Promise<string | null> {
  const { tenancyId, personId, recipient, body, id, createdAt } = message;
  const proposal = {
    channel: "sms",
    tenancyId,
    personId,
    number: recipient,
    text: body,
    draft: { messageId: id, writtenAt: createdAt },
  } as const;
  const { policy } = await policyOn(sqlOf(db), at.day, at.moment);
  const { blocks } = mayContact(await gateFacts(db, at, policy, proposal), policy);
  const hard = blocks.filter((block) => !block.override);
  return hard.find((block) => block.code !== "outside-hours")?.code ?? hard[0]?.code ?? null;
}

async function deliver(message: Claimed): Promise<MessageStatus> {
  const handover = await handOver(message, await gateway());
  return inTransaction(async (db) => {
    const at = await now(db);
    // A report may come in at this very moment: one of the two waits for the other.
    await sqlOf(db)("SELECT id FROM outbox_message WHERE id = $1 FOR UPDATE", [message.id]);
    const current = await db.outboxMessage.findUniqueOrThrow({ where: { id: message.id } });
    const status = afterHandover(current.status as MessageStatus, handover);
    const providerId = handover.kind === "accepted" ? { providerId: handover.providerId } : {};
    const why = handover.kind === "rejected" || handover.kind === "not-now" ? { blockedBy: `gateway-${handover.code}` } : {};
    if (status !== current.status) await setStatus(db, at, current, status, { ...providerId, ...why });
    else await db.outboxMessage.update({ where: { id: message.id }, data: providerId });
    return status;
  });
}
