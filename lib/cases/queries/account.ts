import { namedFor } from "../../bank/queries/named";
import { addDays, type Day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { allocate } from "../../ledger/domain/allocate";
import type { Category, Entry, EntryKind } from "../../ledger/domain/entry";
import { leftOf, rentMonths } from "../../ledger/domain/receipts";
import { accounts, NO_ACCOUNT } from "../../ledger/queries/accounts";
import { dayOf, dayOrNull, now } from "../../platform/clock";
import { type Db, prisma, sqlOf } from "../../platform/db";
import { policyOn } from "../../policies/queries/in-force";
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

/** A month's rent is booked at most a month before it falls due; an older tenancy had an account before this one. */
const BOOKED_AHEAD_DAYS = 31;

/**
 * Where an account starts mid-life and no balance of the day before is known (`saldi.csv`), its first day: what was owed or paid
 * before is unknown to us, and whoever calls should know that. Null when nothing is missing.
 */
async function unknownBefore(db: Db, tenancyId: number, first: Entry | undefined): Promise<Day | null> {
  if (!first || first.source === "opening") return null;
  const { startsOn } = await db.tenancy.findUniqueOrThrow({ where: { id: tenancyId }, select: { startsOn: true } });
  if (dayOf(startsOn) > addDays(first.bookedOn, -BOOKED_AHEAD_DAYS)) return null;
  const asOf = new Date(addDays(first.bookedOn, -1));
  return (await db.erpBalance.count({ where: { tenancyId, asOf } })) > 0 ? null : first.bookedOn;
}

/** The rent account of one tenancy on `today`: what is open, the rent card of twelve months, and two years of lines. */
export async function accountOf(tenancyId: number, today: Day, db: Db = prisma()) {
  const sql = sqlOf(db);
  const { moment } = await now(db);
  const [entries, known, { policy }] = await Promise.all([
    entriesOf(db, tenancyId),
    accounts(sql, { day: today, knownAt: moment, tenancyIds: [tenancyId] }),
    policyOn(sql, today, moment),
  ]);
  const account = known.get(tenancyId) ?? NO_ACCOUNT;
  const allocation = allocate(account, today);
  // A debit that was returned is no payment to remember.
  const last = allocation.receipts.filter((one) => one.entry?.kind === "payment" && leftOf(one) > 0n).at(-1)?.entry;
  return {
    position: allocation.position,
    months: rentCard(rentMonths(allocation, CARD_MONTHS), allocation, policy.graceWorkingDays),
    charges: openCharges(allocation),
    lateWorkingDays: lateBy(allocation),
    ledger: ledgerLines(
      entries.filter((entry) => entry.bookedOn <= today),
      allocation,
      addDays(today, -LEDGER_DAYS),
    ),
    named: await namedFor(
      sql,
      account.designations.map((one) => one.receiptId),
    ),
    unknownBefore: await unknownBefore(db, tenancyId, entries[0]),
    last: last ? { day: last.bookedOn, amount: last.amount } : null,
  };
}
