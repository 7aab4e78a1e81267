import type { Actor } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";
import { type Door, doorsOf } from "@/lib/tenancies/queries/doors";

/** A building and whether early signals are on there. */
export interface SignalBuilding {
  readonly id: number;
  readonly name: string;
  readonly on: boolean;
}

/** For the administrator: every building. For a caretaker: those of their own where it is on. */
export async function signalBuildings(actor: Actor): Promise<SignalBuilding[]> {
  const where = actor.role === "admin" ? {} : { id: { in: [...(actor.buildingIds ?? [])] }, signalsAt: { not: null } };
  const rows = await prisma().building.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return rows.map(({ id, name, signalsAt }) => ({ id, name, on: signalsAt !== null }));
}

/** Something was noticed at a door: somebody goes to see how they are. */
export interface SignalCard extends Door {
  readonly id: number;
  readonly tenancyId: number;
  readonly kind: string;
  readonly at: Date;
}

/** What nobody looked into yet, oldest first. */
export async function openSignals(_actor: Actor): Promise<SignalCard[]> {
  const rows = await prisma().earlySignal.findMany({ where: { settledAt: null }, orderBy: { at: "asc" } });
  const doors = await doorsOf(rows.map(({ tenancyId }) => tenancyId));
  return rows.flatMap(({ id, tenancyId, kind, at }) => {
    const found = doors.get(tenancyId);
    return found ? [{ ...found.door, id, tenancyId, kind, at }] : [];
  });
}
