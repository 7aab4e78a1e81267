import { command } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import { done, refused } from "@/lib/kernel/outcome";
import { dateOf, now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { SIGNAL_DAYS } from "../domain/signal";
import type { SettleSignalInput, SwitchSignalsInput, TellSignalInput } from "../schema";

/** The administrator switches early signals on for a building, and so confirms that its privacy assessment was made; or off, and what was told is gone. */
export const switchSignals = (actor: Actor, { commandId, buildingId, assessed }: SwitchSignalsInput) =>
  command(actor, { action: "caretaker.switchSignals", commandId }, async ({ db, now: at }) => {
    const kept = { tenancyId: null, detail: { buildingId, assessed } };
    if (!(await db.building.findUnique({ where: { id: buildingId }, select: { id: true } }))) return [refused("not-found"), kept];
    await db.building.update({
      where: { id: buildingId },
      data: assessed ? { signalsBy: actor.staffId, signalsAt: at.moment } : { signalsBy: null, signalsAt: null },
    });
    if (!assessed) await db.earlySignal.deleteMany({ where: { tenancy: { dwelling: { buildingId } } } });
    return [done({ buildingId, on: assessed }), kept];
  });

/** `47-C`, `47 c`, `47C` are one door. */
const plainDoor = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** A caretaker tells what was noticed at a door of their own building, where that is on. Another building's door gives nothing. */
export const tellSignal = (actor: Actor, { commandId, buildingId, door, kind }: TellSignalInput) =>
  command(actor, { action: "caretaker.tellSignal", commandId }, async ({ db, now: at }) => {
    // The books say that something was told here; about whom, and what, goes with the signal.
    const kept = { tenancyId: null, detail: { buildingId } };
    const mine = actor.buildingIds === null || actor.buildingIds.includes(buildingId);
    const building = mine ? await db.building.findUnique({ where: { id: buildingId } }) : null;
    if (!building) return [refused("not-found"), kept];
    if (building.signalsAt === null) return [refused("signals-off"), kept];
    const sitting = await db.tenancy.findMany({
      where: {
        dwelling: { buildingId, kind: { in: ["home", "care"] } },
        startsOn: { lte: dateOf(at.day) },
        OR: [{ endsOn: null }, { endsOn: { gte: dateOf(at.day) } }],
      },
      select: { id: true, dwelling: { select: { houseNumber: true, houseLetter: true, addition: true } } },
      orderBy: { startsOn: "desc" },
    });
    const found = sitting.find(
      ({ dwelling: { houseNumber, houseLetter, addition } }) =>
        [houseNumber, houseLetter, addition].filter(Boolean).join("").toLowerCase() === plainDoor(door),
    );
    if (!found) return [refused("no-such-door"), kept];
    const saved = await db.earlySignal.create({ data: { tenancyId: found.id, kind, toldBy: actor.staffId, at: at.moment } });
    return [done({ signalId: saved.id }), kept];
  });

/** A consultant looked how they are. */
export const settleSignal = (actor: Actor, { commandId, signalId }: SettleSignalInput) =>
  command(actor, { action: "caretaker.settleSignal", commandId }, async ({ db, now: at }) => {
    const found = await db.earlySignal.findUnique({ where: { id: signalId } });
    const kept = { tenancyId: null, detail: { signalId } };
    if (!found) return [refused("not-found"), kept];
    await db.earlySignal.update({ where: { id: signalId }, data: { settledAt: at.moment, settledBy: actor.staffId } });
    return [done({ signalId }), kept];
  });

/** Every night: what is older than its term goes, whatever came of it. */
export async function forgetSignals(): Promise<number> {
  const at = await now();
  const before = new Date(at.moment.getTime() - SIGNAL_DAYS * 86_400_000);
  const { count } = await prisma().earlySignal.deleteMany({ where: { at: { lt: before } } });
  return count;
}
