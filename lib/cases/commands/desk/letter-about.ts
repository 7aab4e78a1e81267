import type { LetterKind } from "@/lib/contact/domain/texts";
import { aboutAsked } from "@/lib/contact/templates/asked";
import type { About } from "@/lib/contact/templates/letter";
import { heldCharges } from "@/lib/rules/charges";
import { Look } from "@/lib/rules/look";
import type { Desk } from "./act";

/** What a letter says besides to whom it is: of a reminder what is open now, of the others what they were asked for with. */
export async function aboutOf(
  desk: Pick<Desk, "db" | "now" | "facts">,
  letter: { readonly kind: string; readonly about: unknown },
  byDirectDebit: boolean,
): Promise<About> {
  const kind = letter.kind as LetterKind;
  if (kind !== "written-reminder") return aboutAsked(kind, letter.about, desk.now.day);
  return { kind, byDirectDebit, charges: await openCharges(desk) };
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
