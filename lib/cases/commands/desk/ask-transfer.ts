import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf } from "@/lib/platform/clock";
import { act, type Desk } from "./act";
import { newLetter } from "./ask-letter";

/** A letter to somebody who still transfers the rent of before it changed; refused when that is not so (any more). */
export const askCheckTransfer = (actor: Actor, { commandId, tenancyId }: { commandId: string; tenancyId: number }) =>
  act(actor, { action: "cases.askLetter", commandId, tenancyId }, async (desk): Promise<Outcome<{ letterId: number }>> => {
    const about = await oldRentOf(desk);
    return about.ok ? newLetter(desk, "check-transfer", about.value) : about;
  });

const sum = (rent: { netCents: bigint; serviceCents: bigint; heatingCents: bigint }) =>
  rent.netCents + rent.serviceCents + rent.heatingCents;

async function oldRentOf({ db, now, tenancyId }: Desk): Promise<Outcome<{ rent: string; since: string; paid: string }>> {
  const today = dateOf(now.day);
  const [rent, before] = await db.tenancyRent.findMany({
    where: { tenancyId, fromDay: { lte: today } },
    orderBy: { fromDay: "desc" },
    take: 2,
  });
  if (!rent || !before) return refused("pays-the-new-rent");
  const last = await db.ledgerEntry.findFirst({
    where: { tenancyId, kind: "payment", bookedOn: { gte: rent.fromDay, lte: today }, reversals: { none: {} } },
    orderBy: [{ bookedOn: "desc" }, { id: "desc" }],
  });
  if (!last || last.amountCents !== sum(before) || sum(before) >= sum(rent)) return refused("pays-the-new-rent");
  return done({ rent: sum(rent).toString(), since: dayOf(rent.fromDay), paid: last.amountCents.toString() });
}
