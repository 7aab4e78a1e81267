import type { LetterKind } from "@/lib/contact/domain/texts";
import type { About } from "@/lib/contact/templates/letter";
import type { Day } from "@/lib/kernel/day";
import { heldCharges } from "@/lib/rules/charges";
import { Look } from "@/lib/rules/look";
import type { Desk } from "./act";

/** What stands with a letter that a person asked for; amounts as text, as JSON has no other for them. */
interface Kept {
  readonly cents?: string;
  readonly day?: Day;
  readonly terms?: readonly { readonly day: Day; readonly cents: string }[];
  readonly rent?: string;
  readonly since?: Day;
  readonly paid?: string;
}

/** What a letter says besides to whom it is: of a reminder what is open now, of the others what they were asked for with. */
export async function aboutOf(
  desk: Pick<Desk, "db" | "now" | "facts">,
  letter: { readonly kind: string; readonly about: unknown },
  byDirectDebit: boolean,
): Promise<About> {
  const kept = (letter.about ?? {}) as Kept;
  switch (letter.kind as LetterKind) {
    case "written-reminder":
      return { kind: "written-reminder", byDirectDebit, charges: await openCharges(desk) };
    case "check-transfer":
      return {
        kind: "check-transfer",
        rent: BigInt(kept.rent ?? 0),
        since: kept.since ?? desk.now.day,
        paid: BigInt(kept.paid ?? 0),
      };
    case "confirm-promise":
      return { kind: "confirm-promise", cents: BigInt(kept.cents ?? 0), day: kept.day ?? desk.now.day };
    case "confirm-arrangement":
      return {
        kind: "confirm-arrangement",
        terms: (kept.terms ?? []).map(({ day, cents }) => ({ day, cents: BigInt(cents) })),
      };
  }
}

/** What is overdue and not paused, by month. */
async function openCharges({ db, now, facts }: Pick<Desk, "db" | "now" | "facts">) {
  const known = await facts();
  const held = heldCharges(known, new Look(now.day));
  const overdue = known.overdue.filter(({ id }) => !held.has(id));
  const entries = await db.ledgerEntry.findMany({
    where: { id: { in: overdue.map(({ id }) => BigInt(id)) } },
    select: { id: true, category: true },
  });
  const categories = new Map(entries.map(({ id, category }) => [String(id), category ?? "other"]));
  return overdue.map(({ id, month, open }) => ({ category: categories.get(id) ?? "other", month, cents: open }));
}
