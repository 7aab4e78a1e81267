import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { handOver } from "@/lib/contact/channels/sms";
import { asRecipient } from "@/lib/contact/domain/recipient";
import { gateway } from "@/lib/contact/queries/gateway";
import { translate } from "@/lib/i18n/translate";
import { type Now, now } from "@/lib/platform/clock";
import { type Db, prisma } from "@/lib/platform/db";
import { deskColleagues } from "@/lib/staff/queries/staff";
import { UNOPENED_MS, type WorryKind, whoLooks } from "../domain/worry";

interface NewWorry {
  readonly tenancyId: number;
  readonly kind: WorryKind;
  /** Colleagues who know the tenant, whom the task was for first. */
  readonly knowing: readonly (number | null)[];
}

/** Names the colleague who looks into it today. */
export async function worry(db: Db, actor: Actor, at: Now, { tenancyId, kind, knowing }: NewWorry): Promise<void> {
  const ownerId = whoLooks(knowing, await deskColleagues(at.day, db));
  await db.worry.create({ data: { tenancyId, kind, toldBy: actor.staffId, ownerId, at: at.moment } });
}

/** Somebody of the desk has the case open: it was seen. */
export async function seeWorries(db: Db, at: Now, staffId: number, tenancyId: number): Promise<void> {
  await db.worry.updateMany({ where: { tenancyId, openedAt: null }, data: { openedAt: at.moment, openedBy: staffId } });
}

/**
 * What nobody opened within two hours goes to its colleague by SMS, without a name or an address; claimed before it leaves, and never sent
 * again by itself.
 */
export async function remindOfWorries(): Promise<number> {
  const db = prisma();
  const at = await now();
  const late = await db.worry.findMany({
    where: { openedAt: null, remindedAt: null, ownerId: { not: null }, at: { lte: new Date(at.moment.getTime() - UNOPENED_MS) } },
    orderBy: { id: "asc" },
  });
  for (const { id, ownerId, tenancyId, kind } of late) {
    if ((await db.dataProblem.count({ where: { tenancyId, kind, endedOn: null } })) === 0) continue;
    const owner = await db.staff.findUnique({ where: { id: ownerId ?? 0 }, select: { phone: true } });
    const recipient = asRecipient(owner?.phone ?? null);
    const reference = randomUUID();
    const claimed = await db.worry.updateMany({
      where: { id, remindedAt: null },
      data: { remindedAt: at.moment, reference, remindStatus: recipient ? "sending" : "failed" },
    });
    if (claimed.count === 0 || !recipient) continue;
    const message = { reference, recipient, body: translate("nl")(`caretaker.remind.${kind}`) };
    const answer = await handOver(message, await gateway());
    const remindStatus = answer.kind === "accepted" ? "sent" : answer.kind === "unknown" ? "uncertain" : "failed";
    await db.worry.update({ where: { id }, data: { remindStatus } });
  }
  return late.length;
}
