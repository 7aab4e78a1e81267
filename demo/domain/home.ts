import { type Day, dayNumber, type Month, monthOf } from "@/lib/kernel/day";
import type { Designation } from "@/lib/ledger/domain/entry";
import type { LedgerRow } from "./rows";
import type { Books } from "./settled";
import type { MonthState } from "./temper";
import type { Household } from "./tenants";
import { monthIndex } from "./timeline";

/** How a court case stands. */
export type Law = "summons" | "judgment" | "notice";

/** One tenancy while the simulation plays: its account in running totals, and where it is with letters and courts. */
export class Home {
  /** What is in the books, without what was settled long ago: what the ladder is shown. */
  books: Books = { entries: [], designations: [], arrangements: [] };
  /** The books in running totals: charges due before the last look less receipts, those still to come, and money named ahead. */
  private owes = 0;
  private toCome: LedgerRow[] = [];
  private ahead: { readonly month: Month; readonly amount: number }[] = [];
  /** Charges due so far and receipts so far, in cents. */
  due = 0;
  paid = 0;
  /** Charges booked and not due yet: their sum per due day. */
  readonly coming = new Map<Day, number>();
  lettersSent = 0;
  lastLetterOn = 0;
  oldestOpenDue: Day | null = null;
  law: Law | null = null;
  /** Pays this much extra every month, by own promise or as a court arrangement; 0 when not. */
  repays = 0;
  /** Somebody helps with the money: the months go well as long as it lasts. */
  helpedUntil: Day | null = null;
  /** Serial for the entries of this account. */
  serial = 0;
  nudges = 0;
  legalSince: Day | null = null;

  constructor(readonly household: Household) {}

  get id(): number {
    return this.household.tenancy.id;
  }
  get place(): number {
    return this.household.seat.place;
  }

  /** Gross monthly rent in force on a day. */
  rentOn(d: Day): number {
    const { rents } = this.household;
    let found = rents[0];
    for (const rent of rents) if (rent.fromDay <= d) found = rent;
    return found ? found.netCents + found.serviceCents + found.heatingCents : 0;
  }

  /** Collected for a month that is not due yet: it pays nothing older. */
  private early: { readonly paymentId: string; readonly due: Day; readonly amount: number }[] = [];

  collect(paymentId: string, due: Day, amount: number): void {
    this.early.push({ paymentId, due, amount });
  }
  /** A collection comes back before its month fell due. */
  comesBack(paymentId: string): boolean {
    const before = this.early.length;
    this.early = this.early.filter((one) => one.paymentId !== paymentId);
    return this.early.length < before;
  }
  /** What was collected for this day or before pays from now on. */
  ripen(due: Day): void {
    for (const one of this.early) if (one.due <= due) this.paid += one.amount;
    this.early = this.early.filter((one) => one.due > due);
  }

  /** What is past its due day and not covered, in cents. */
  get overdue(): number {
    return Math.max(0, this.due - this.paid);
  }

  takeIn(row: LedgerRow, named: Designation | null): void {
    this.books.entries.push(row);
    if (named) {
      this.books.designations.push(named);
      if (named.said.kind === "collection" && named.said.month > monthOf(row.bookedOn))
        this.ahead.push({ month: named.said.month, amount: Number(row.amount) });
    }
    if (row.kind === "charge") this.toCome.push(row);
    else this.owes += row.kind === "reversal" ? Number(row.amount) : -Number(row.amount);
  }

  /** May something be overdue in the books? Sums say no for most; who is not sure is laid out. Days only go on. */
  mayOwe(today: Day): boolean {
    if (this.toCome.length > 0)
      this.toCome = this.toCome.filter((row) => {
        if (row.dueOn === null || row.dueOn >= today) return row.dueOn !== null;
        this.owes += Number(row.amount);
        return false;
      });
    if (this.ahead.length > 0) this.ahead = this.ahead.filter((one) => one.month > monthOf(today));
    const fallsDue = this.toCome.reduce((sum, row) => (row.dueOn === today ? sum + Number(row.amount) : sum), 0);
    return this.owes + fallsDue + this.ahead.reduce((sum, one) => sum + one.amount, 0) > 0;
  }

  stateOn(d: Day): MonthState {
    const scripted = this.household.seat.cast?.script.states.get(monthOf(d));
    if (scripted) return this.helpedUntil !== null && d <= this.helpedUntil ? { kind: "fine" } : scripted;
    if (this.household.representative || (this.helpedUntil !== null && d <= this.helpedUntil)) return { kind: "fine" };
    return this.household.seat.temper.months[monthIndex(d)] ?? { kind: "fine" };
  }

  isSitting(d: Day): boolean {
    const { startsOn, endsOn } = this.household.tenancy;
    return startsOn <= d && (endsOn === null || d <= endsOn);
  }
}

export const daysSince = (d: Day, before: Day): number => dayNumber(d) - dayNumber(before);
