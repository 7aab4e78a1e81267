import type { Actor } from "../../auth/actor";
import { namedFor } from "../../bank/queries/named";
import { addDays, type Day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { allocate } from "../../ledger/domain/allocate";
import type { Category, Entry, EntryKind } from "../../ledger/domain/entry";
import { rentMonths } from "../../ledger/domain/receipts";
import { dayOf, dayOrNull } from "../../platform/clock";
import { type Db, prisma, sqlOf } from "../../platform/db";
import { lateBy, ledgerLines, openCharges, rentCard } from "../domain/account";

const LEDGER_DAYS = 730;
const CARD_MONTHS = 12;

async function entriesOf(
  db: Db,
  tenancyId: number,
): Promise<(Entry & { description: string | null; returnReason: string | null })[]> {
  const rows = await db.ledgerEntry.findMany({ where: { tenancyId }, orderBy: [{ bookedOn: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind as EntryKind,
    category: row.category as Category | null,
    amount: cents(row.amountCents),
    bookedOn: dayOf(row.bookedOn),
    dueOn: dayOrNull(row.dueOn),
    reversesId: row.reversesId === null ? null : String(row.reversesId),
    source: row.source,
    number: row.sourceNumber,
    description: row.description,
    returnReason: row.returnReason,
  }));
}

/** The rent account of one tenancy on `today`: what is open, the rent card of twelve months, and two years of lines. */
export async function accountOf(_actor: Actor, tenancyId: number, today: Day, db: Db = prisma()) {
  const [entries, named] = await Promise.all([
    entriesOf(db, tenancyId),
    db.designation.findMany({ where: { tenancyId, undoneAt: null } }),
  ]);
  const designations = named.map((d) => ({
    paymentId: String(d.paymentId),
    chargeId: String(d.chargeId),
    amount: cents(d.amountCents),
  }));
  const allocation = allocate(entries, designations, today);
  // A debit that was returned is no payment to remember.
  const last = entries.filter((entry) => entry.kind === "payment" && (allocation.net.get(entry.id) ?? 0n) > 0n).at(-1);
  return {
    position: allocation.position,
    months: rentCard(rentMonths(entries, allocation, CARD_MONTHS), allocation),
    charges: openCharges(allocation),
    lateWorkingDays: lateBy(allocation),
    ledger: ledgerLines(
      entries.filter((entry) => entry.bookedOn <= today),
      addDays(today, -LEDGER_DAYS),
    ),
    named: await namedFor(
      sqlOf(db),
      named.map((d) => String(d.paymentId)),
    ),
    last: last ? { day: last.bookedOn, amount: last.amount } : null,
  };
}
