import type { Actor } from "@/lib/auth/actor";
import { prisma } from "../../platform/db";
import type { SavedView } from "../domain/views";

/** One's own views, then those that colleagues share. */
export async function savedViews(actor: Actor): Promise<readonly SavedView[]> {
  const rows = await prisma().savedView.findMany({
    where: { OR: [{ staffId: actor.staffId ?? 0 }, { shared: true, staff: { active: true } }] },
    include: { staff: { select: { firstName: true } } },
    orderBy: { name: "asc" },
  });
  const views = rows.map(({ id, name, address, shared, staffId, staff }) => ({
    ...{ id, name, address, shared },
    by: staffId === actor.staffId ? null : staff.firstName,
  }));
  return [...views.filter(({ by }) => by === null), ...views.filter(({ by }) => by !== null)];
}
