import type { Actor, Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { coversAccount, type HoldReason } from "@/lib/holds/domain";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { allocate } from "@/lib/ledger/domain/allocate";
import { overdueCharges } from "@/lib/ledger/domain/position";
import { accounts, NO_ACCOUNT } from "@/lib/ledger/queries/accounts";
import { now } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import type { LetterKind } from "../domain/texts";
import { aboutAsked } from "../templates/asked";
import type { About } from "../templates/letter";
import { type Addressed, addressed } from "./envelope";

/** A tenancy to show words with, by the number of its contract. */
export interface RealCase extends Addressed {
  readonly tenancyId: number;
}

/** The tenancy behind a contract number, as a letter would go to it today; nothing of it for who may not read a case. */
export async function realCase(actor: Actor, number: string): Promise<Outcome<RealCase, "not-found" | "unknown-person">> {
  if (!allowed(actor.role as Role, "page:/dossier/[tenancyId]")) return refused("not-found");
  const { day } = await now();
  const found = await prisma().tenancy.findFirst({ where: { number }, select: { id: true } });
  if (!found) return refused("not-found");
  const to = await addressed(found.id, actor.name, day);
  return to.ok ? done({ tenancyId: found.id, ...to.value }) : to;
}

/** What a letter of this kind would say in that case: what is overdue and not paused, or what the last one was asked for with; else null. */
export async function realAbout({ tenancyId, byDirectDebit }: RealCase, kind: LetterKind): Promise<About | null> {
  const { day, moment: knownAt } = await now();
  if (kind !== "written-reminder") {
    const last = await prisma().letter.findFirst({
      where: { tenancyId, kind },
      orderBy: { id: "desc" },
      select: { about: true },
    });
    return last && aboutAsked(kind, last.about, day);
  }
  const account = (await accounts(sqlOf(prisma()), { day, knownAt, tenancyIds: [tenancyId] })).get(tenancyId) ?? NO_ACCOUNT;
  const { charges: laid } = allocate(account, day);
  const categories = new Map(laid.map(({ charge }) => [charge.id, charge.category ?? "other"]));
  const waits = await paused(tenancyId);
  const charges = overdueCharges(laid, day).flatMap(({ id, month, open }) =>
    waits(id) ? [] : [{ category: categories.get(id) ?? "other", month, cents: open }],
  );
  return charges.length === 0 ? null : { kind, byDirectDebit, charges };
}

/** Which charges wait because of a pause that runs. */
async function paused(tenancyId: number): Promise<(chargeId: string) => boolean> {
  const holds = await prisma().hold.findMany({ where: { tenancyId, endedOn: null }, include: { charges: true } });
  const whole = holds.some(({ reason }) => coversAccount(reason as HoldReason));
  const held = new Set(holds.flatMap(({ charges }) => charges.map(({ entryId }) => String(entryId))));
  return (chargeId) => whole || held.has(chargeId);
}
