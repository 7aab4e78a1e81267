import type { Actor } from "@/lib/auth/actor";
import type { Named } from "@/lib/i18n/people";
import type { Now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { doorsOf } from "@/lib/tenancies/queries/doors";
import { UNOPENED_MS } from "../domain/worry";

/** What was heard at a door and asks for somebody today. */
export interface WorryCard {
  readonly id: number;
  readonly tenancyId: number;
  readonly kind: string;
  readonly name: Named | null;
  readonly toldBy: string | null;
  readonly at: Date;
  readonly owner: string | null;
  readonly mine: boolean;
}

/** One's own worries until they are answered, and those of colleagues that nobody opened within two hours. */
export async function worriesFor(actor: Actor, at: Now): Promise<WorryCard[]> {
  const since = new Date(at.moment.getTime() - UNOPENED_MS);
  const rows = await prisma().worry.findMany({
    where: { OR: [{ ownerId: actor.staffId }, { openedAt: null, at: { lte: since } }] },
    orderBy: { at: "asc" },
  });
  if (rows.length === 0) return [];
  const open = await prisma().dataProblem.findMany({
    where: { tenancyId: { in: rows.map(({ tenancyId }) => tenancyId) }, endedOn: null },
    select: { tenancyId: true, kind: true },
  });
  const stands = new Set(open.map(({ tenancyId, kind }) => `${tenancyId} ${kind}`));
  const left = rows.filter(({ tenancyId, kind }) => stands.has(`${tenancyId} ${kind}`));
  const ids = left.flatMap(({ toldBy, ownerId }) => [toldBy ?? [], ownerId ?? []].flat());
  const [doors, people] = await Promise.all([
    doorsOf(left.map(({ tenancyId }) => tenancyId)),
    prisma().staff.findMany({ where: { id: { in: ids } }, select: { id: true, firstName: true } }),
  ]);
  const nameOf = (id: number | null) => people.find((one) => one.id === id)?.firstName ?? null;
  return left.map(({ id, tenancyId, kind, toldBy, ownerId, at: when }) => ({
    ...{ id, tenancyId, kind, at: when },
    name: doors.get(tenancyId)?.door.name ?? null,
    toldBy: nameOf(toldBy),
    owner: nameOf(ownerId),
    mine: ownerId === actor.staffId,
  }));
}
