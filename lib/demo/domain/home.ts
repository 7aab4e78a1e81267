import { type Day, dayNumber, monthOf } from "../../kernel/day";
import { isMonthlyRent } from "../../ledger/domain/entry";
import type { LedgerRow } from "./rows";
import type { MonthState } from "./temper";
import type { Household } from "./tenants";
import { monthIndex } from "./timeline";

/** How a court case stands. */
export type Law = "summons" | "judgment" | "notice";

/** One tenancy while the simulation plays: its account in running totals, and where it is with letters and courts. */
export class Home {
  /** Entries that are in the books, without months paid long ago: what the ladder is shown. */
  books: LedgerRow[] = [];
  /** The books in running totals: all receipts, charges that fell due before the last look, and those still to come. */
  private receipts = 0;
  private rentDue = 0;
  private otherDue = 0;
  private toCome: LedgerRow[] = [];
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

  /** What is past its due day and not covered, in cents. */
  get overdue(): number {
    return Math.max(0, this.due - this.paid);
  }

  takeIn(row: LedgerRow): void {
    this.books.push(row);
    if (row.kind === "charge") this.toCome.push(row);
    else this.receipts += row.kind === "reversal" ? -Number(row.amount) : Number(row.amount);
  }

  /** Overdue as the books have it: rent due today takes its share before anything else that fell due. Days only go on. */
  overdueInBooks(today: Day): number {
    let rentToday = 0;
    if (this.toCome.length > 0)
      this.toCome = this.toCome.filter((row) => {
        const { dueOn } = row;
        if (dueOn === null) return false;
        const rent = isMonthlyRent(row);
        if (dueOn === today && rent) rentToday += Number(row.amount);
        if (dueOn >= today) return true;
        if (rent) this.rentDue += Number(row.amount);
        else this.otherDue += Number(row.amount);
        return false;
      });
    const rent = Math.max(0, this.rentDue - this.receipts);
    return rent + this.otherDue - Math.min(this.otherDue, Math.max(0, this.receipts - this.rentDue - rentToday));
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
