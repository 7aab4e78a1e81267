import { command } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { realNow } from "@/lib/platform/clock";
import type { CountInput, RevokeInput, SettleInput } from "../schema";
import { recordEnvelope } from "./record";

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
