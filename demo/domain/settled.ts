import { addDays, addMonths, type Day, lastDay, monthOf } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { allocate } from "@/lib/ledger/domain/allocate";
import type { AccountFacts, Designation } from "@/lib/ledger/domain/entry";
import type { LedgerRow } from "./rows";

/** The rules look 400 days back; what is older and settled only costs time. */
const DAYS_BACK = 410;

/** The books of a home, and what was left out of them. */
export interface Books extends AccountFacts {
  readonly entries: LedgerRow[];
  readonly designations: Designation[];
}

/**
 * The books without what was settled long ago: up to the end of a month on which nothing due was open, no money lay on or was held for
 * what came later, and nothing was taken back later. No answer changes by it.
 */
export function withoutSettled(books: Books, today: Day): Books {
  const on = lastDay(addMonths(monthOf(addDays(today, -DAYS_BACK)), -1));
  const before = books.entries.filter((one) => one.bookedOn <= on);
  if (before.length === 0 || (books.opening && books.opening.on >= on)) return books;
  const { charges, receipts } = allocate(books, on);
  if (charges.some((one) => one.charge.dueOn <= on && one.open > 0n)) return books;
  if (receipts.some((one) => one.held > 0n || one.lies.some((lay) => lay.amount > 0n && lay.charge.charge.dueOn > on)))
    return books;
  const old = new Set(before.map((one) => one.id));
  if (books.entries.some((one) => one.reversesId !== null && one.bookedOn > on && old.has(one.reversesId))) return books;
  if (books.entries.some((one) => one.dueOn !== null && one.dueOn <= on && one.bookedOn > on)) return books;
  const gone = new Set(before.filter((one) => one.dueOn === null || one.dueOn <= on).map((one) => one.id));
  return {
    ...books,
    entries: books.entries.filter((one) => !gone.has(one.id)),
    designations: books.designations.filter((one) => !gone.has(one.receiptId)),
    opening: { on, free: cents(receipts.reduce((sum, one) => sum + one.free, 0n)) },
  };
}
