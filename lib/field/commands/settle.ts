import { command } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { realNow } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import { type Envelope, unseal } from "../domain/seal";
import { type CountInput, correctionSchema, type RevokeInput, type SettleInput } from "../schema";
import { recordEnvelope } from "./record";

/** Whom an envelope is about; of a correction whom the corrected one is about, and what was said. */
async function aboutOf(db: Db, { tenancyId, form, ...row }: Row): Promise<{ tenancyId: number | null; reason: string | null }> {
  if (form !== "correction-1") return { tenancyId, reason: null };
  const envelope = { id: row.id, keyId: row.keyId, form, ...(row.sealed as object) } as Envelope;
  const key = await db.fieldKey.findUniqueOrThrow({ where: { id: row.keyId } });
  const read = correctionSchema.safeParse(await unseal(envelope, key.agree as JsonWebKey).catch(() => null));
  if (!read.success) return { tenancyId, reason: null };
  const about = await db.fieldEnvelope.findUnique({ where: { id: read.data.envelopeId }, select: { tenancyId: true } });
  return { tenancyId: about?.tenancyId ?? null, reason: read.data.reason };
}
type Row = NonNullable<Awaited<ReturnType<Db["fieldEnvelope"]["findUnique"]>>>;

/** Somebody looked at what waited, and says what came of it. */
export const settle = (actor: Actor, { commandId, envelopeId, note }: SettleInput) =>
  command(actor, { action: "field.settle", commandId }, async ({ db, now }) => {
    const found = await db.fieldEnvelope.findUnique({ where: { id: envelopeId } });
    const kept = { tenancyId: found?.tenancyId ?? null, detail: { envelopeId } };
    if (!found) return [refused("not-found"), kept];
    if (found.state !== "review") return [refused("settled"), kept];
    await db.fieldEnvelope.update({
      where: { id: envelopeId },
      data: { state: "settled", settledAt: now.moment, settledBy: actor.staffId, settledNote: note },
    });
    // What came of it stands on the case, with what the colleague said was otherwise.
    const { tenancyId, reason } = await aboutOf(db, found);
    if (tenancyId !== null) {
      const open = await db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { id: true } });
      const text = reason === null ? note : `“${reason}” ${note}`;
      await db.caseNote.create({
        data: { tenancyId, caseId: open?.id ?? null, text, staffId: actor.staffId ?? 0, at: now.moment },
      });
    }
    return [done({ envelopeId }), kept];
  });

/** What was sealed on a phone that was reported lost, or about a door that did not go along, is let to count after all. */
export async function letCount(actor: Actor, { commandId, envelopeId }: CountInput): Promise<Outcome<{ envelopeId: string }>> {
  const meant = await command(actor, { action: "field.letCount", commandId }, async ({ db }) => {
    const found = await db.fieldEnvelope.findUnique({ where: { id: envelopeId } });
    const kept = { tenancyId: found?.tenancyId ?? null, detail: { envelopeId } };
    return [found ? done({ envelopeId }) : refused("not-found"), kept];
  });
  if (meant.ok) await recordEnvelope(envelopeId, true);
  return meant;
}

/** A phone is lost: what still comes from it counts only once somebody looked at it. */
export const revoke = (actor: Actor, { commandId, handoutId }: RevokeInput) =>
  command(actor, { action: "field.revoke", commandId }, async ({ db, now }) => {
    const kept = { tenancyId: null, detail: { handoutId } };
    const found = await db.fieldHandout.findUnique({ where: { id: handoutId } });
    if (!found) return [refused("not-found"), kept];
    await db.fieldHandout.updateMany({
      where: { deviceId: found.deviceId, revokedAt: null },
      data: { revokedAt: now.moment, revokedBy: actor.staffId },
    });
    // Whoever holds the phone is signed out of everything else on it too.
    await db.session.updateMany({ where: { staffId: found.staffId, endedAt: null }, data: { endedAt: realNow() } });
    return [done({ handoutId }), kept];
  });
