import { addDays, type Day, daysBetween, latest } from "../../kernel/day";
import { type Cents, cents, least, ZERO } from "../../kernel/money";
import {
  type AccountFacts,
  byDueDay,
  type Charge,
  compareCharges,
  compareReceipts,
  type Designation,
  type Entry,
  isCharge,
  isMonthlyRent,
  isReceipt,
  type Receipt,
} from "./entry";
import type { HeldReceipt, Lay, OpenCharge, Taken } from "./lay";
import { Books, byReceipt, names, ofCategory, runsOn } from "./names";
import { BOUNCE_DAYS, Stretch } from "./stretch";

/** What nobody troubles anybody for, in cents; everywhere in the numbers (semantics: the small amount). */
export const SMALL_AMOUNT: Cents = cents(500);
/** Money named for a charge that never came is free after so many days (our judgement: a month and a few days). */
export const HELD_DAYS = 35;
/** Half a month's rent in hundredths: from there on it is a debt of rent. */
const HALF_MONTH = 50;

/** Where all money of an account lies at the end of a day. */
export interface Imputed {
  readonly charges: readonly OpenCharge[];
  readonly receipts: readonly HeldReceipt[];
  readonly taken: readonly Taken[];
  readonly debtSince: Day | null;
  readonly rentDebtSince: Day | null;
}

const minus = (a: Cents, b: Cents): Cents => (a - b) as Cents;

/** Months in arrears of what is open, with every charge of a month, by a day (`monthsInArrears`). */
type MonthsOf = (open: readonly OpenCharge[], booked: Books<OpenCharge>, by: Day) => number;

/**
 * Imputation in time (Dutch civil code 6:43): each day is taken whole, and what is once paid stays paid unless that payment
 * is taken back. Depends on the facts alone, never on the order in which they came.
 */
export function impute(account: AccountFacts, until: Day, monthsOf: MonthsOf): Imputed {
  return new Imputation(account, monthsOf).run(until);
}

class Imputation {
  /** Those with something open, in the order of free money. */
  private unpaid: OpenCharge[] = [];
  private readonly receipts: HeldReceipt[] = [];
  /** Those of which something is free or held, oldest first. */
  private live: HeldReceipt[] = [];
  private readonly taken: Taken[] = [];
  private readonly books = new Books<OpenCharge>();
  private readonly byId = new Map<string, HeldReceipt>();
  private readonly named: ReadonlyMap<string, readonly Designation[]>;
  private readonly debt = new Stretch();
  private readonly rentDebt = new Stretch();
  /** Charges from which money was taken today, with what was open before and whether it counts. */
  private takenFrom = new Map<OpenCharge, { readonly before: Cents; counts: boolean }>();
  private takenBack: Day[] = [];

  constructor(
    private readonly account: AccountFacts,
    private readonly monthsOf: MonthsOf,
  ) {
    this.named = byReceipt(account.designations);
    const { opening } = account;
    if (opening && opening.free > 0n) this.bring({ entry: null, bookedOn: opening.on, free: opening.free, held: ZERO, lies: [] });
  }

  private bring(one: HeldReceipt): void {
    this.receipts.push(one);
    this.live.push(one);
  }

  run(until: Day): Imputed {
    const byDay = new Map<Day, Entry[]>();
    const days = new Set<Day>();
    const from = this.account.opening?.on ?? null;
    for (const entry of this.account.entries) {
      if (entry.bookedOn > until) continue;
      // What was booked before the entries begin and falls due later is there from their first day on.
      const on = from !== null && entry.bookedOn <= from ? addDays(from, 1) : entry.bookedOn;
      const known = byDay.get(on);
      if (known) known.push(entry);
      else byDay.set(on, [entry]);
      days.add(on);
      if (entry.dueOn !== null) days.add(entry.dueOn).add(addDays(entry.dueOn, 1));
      else if (this.named.has(entry.id)) days.add(addDays(entry.bookedOn, HELD_DAYS));
    }
    for (const day of [...days].sort()) if (day <= until && (from === null || day > from)) this.take(day, byDay.get(day) ?? []);
    return {
      charges: this.books.all,
      receipts: this.receipts,
      taken: this.taken,
      debtSince: this.debt.since,
      rentDebtSince: this.rentDebt.since,
    };
  }

  /** One day, whole. */
  private take(day: Day, entries: readonly Entry[]): void {
    this.takenFrom.clear();
    this.takenBack = [];
    this.release(day);
    const booked = entries.filter(isCharge);
    if (booked.length > 0) this.book(booked);
    const [received, reversals] = [entries.filter(isReceipt), entries.filter((entry) => entry.kind === "reversal")];
    if (reversals.length > 0) {
      reversals.sort(compareReceipts);
      for (const one of reversals) if (!received.some(({ id }) => id === one.reversesId)) this.reverse(one, day);
    }
    for (const one of received.sort(compareReceipts)) this.receive(one);
    for (const one of reversals) if (received.some(({ id }) => id === one.reversesId)) this.reverse(one, day);
    this.spend(day);
    this.close(day);
  }

  private release(day: Day): void {
    for (const one of this.live)
      if (one.held > 0n && addDays(one.bookedOn, HELD_DAYS) <= day) {
        one.free = (one.free + one.held) as Cents;
        one.held = ZERO;
      }
  }

  private book(charges: readonly Charge[]): void {
    const fresh = charges.map((charge): OpenCharge => {
      const openSince = latest(charge.dueOn, charge.bookedOn);
      return { charge, open: charge.amount, openSince, lies: [], steps: [], reopenedOn: null, reopenedBy: null };
    });
    for (const one of fresh) this.books.add(one);
    this.unpaid.push(...fresh);
    this.unpaid.sort((a, b) => compareCharges(a.charge, b.charge));
    for (const one of this.live) if (one.held > 0n && one.entry) this.layHeld(one, one.entry, fresh);
  }

  private layHeld(one: HeldReceipt, entry: Receipt, fresh: readonly OpenCharge[]): void {
    let more = false;
    for (const { said, amount } of this.named.get(entry.id) ?? []) {
      const meant = names(said, entry, this.books, this.account.arrangements);
      more ||= meant.more;
      for (const charge of meant.charges) if (fresh.includes(charge)) this.lay(one, "held", charge, true, amount);
    }
    if (more) return;
    one.free = (one.free + one.held) as Cents;
    one.held = ZERO;
  }

  private receive(entry: Receipt): void {
    const one: HeldReceipt = { entry, bookedOn: entry.bookedOn, free: entry.amount, held: ZERO, lies: [] };
    this.bring(one);
    this.byId.set(entry.id, one);
    const designations = this.named.get(entry.id);
    if (!designations) {
      for (const charge of ofCategory(entry, this.unpaid)) this.lay(one, "free", charge, false, null);
      return;
    }
    let more = false;
    for (const { said, amount } of designations) {
      const meant = names(said, entry, this.books, this.account.arrangements);
      more ||= meant.more;
      for (const charge of meant.charges) this.lay(one, "free", charge, true, amount);
    }
    if (!more) return;
    one.held = one.free;
    one.free = ZERO;
  }

  private lay(one: HeldReceipt, from: "free" | "held", charge: OpenCharge, named: boolean, most: Cents | null): void {
    const amount = least(least(one[from], charge.open), most ?? charge.open);
    if (amount <= 0n) return;
    one[from] = minus(one[from], amount);
    charge.open = minus(charge.open, amount);
    const lay: Lay = { receipt: one, charge, amount, named };
    one.lies.push(lay);
    charge.lies.push(lay);
  }

  /** Takes the free, then the held part of a receipt, then what it lies on, the latest first. */
  private reverse(entry: Entry, day: Day): void {
    const one = entry.reversesId === null ? undefined : this.byId.get(entry.reversesId);
    if (!one) return;
    this.takenBack.push(one.bookedOn);
    let left = entry.amount as bigint;
    for (const part of ["free", "held"] as const) {
      const amount = least(left as Cents, one[part]);
      one[part] = minus(one[part], amount);
      left -= amount;
    }
    const lies = one.lies.filter((lay) => lay.amount > 0n).sort((a, b) => byDueDay(b.charge.charge, a.charge.charge));
    for (const lay of lies) {
      if (left === 0n) return;
      const amount = least(left as Cents, lay.amount);
      left -= amount;
      this.reopen(lay, amount, day, entry);
      this.taken.push({ reversal: entry, charge: lay.charge, amount });
    }
  }

  private reopen(lay: Lay, amount: Cents, day: Day, by: Entry): void {
    const { charge, receipt } = lay;
    // A failing re-collection starts no new grace.
    const counts = receipt.bookedOn <= charge.charge.dueOn || daysBetween(receipt.bookedOn, day) > BOUNCE_DAYS;
    const known = this.takenFrom.get(charge);
    if (known) known.counts ||= counts;
    else this.takenFrom.set(charge, { before: charge.open, counts });
    if (charge.open === 0n && !this.unpaid.includes(charge)) {
      this.unpaid.push(charge);
      this.unpaid.sort((a, b) => compareCharges(a.charge, b.charge));
    }
    lay.amount = minus(lay.amount, amount);
    charge.open = (charge.open + amount) as Cents;
    charge.reopenedOn = day;
    charge.reopenedBy = by;
  }

  /** Free money, the oldest receipt first, on what is due. */
  private spend(day: Day): void {
    let due: OpenCharge[] | null = null;
    for (const one of this.live) {
      if (one.free <= 0n) continue;
      due ??= this.dueInOrder(day);
      for (const charge of due) if (charge.open > 0n) this.lay(one, "free", charge, false, null);
    }
  }

  /** While an arrangement runs, monthly rent due since its start comes before what it covers. */
  private dueInOrder(day: Day): OpenCharge[] {
    const due = this.unpaid.filter(({ charge, open }) => open > 0n && charge.dueOn <= day);
    const running = this.account.arrangements.findLast((one) => runsOn(one, day));
    if (!running || due.length < 2) return due;
    const from = running.agreedOn < running.startsOn ? running.agreedOn : running.startsOn;
    const first = ({ charge }: OpenCharge) => isMonthlyRent(charge) && charge.dueOn >= from;
    return [...due.filter(first), ...due.filter((one) => !first(one))];
  }

  private isHalfMonth(by: Day): boolean {
    return this.monthsOf(this.unpaid, this.books, by) >= HALF_MONTH;
  }

  /** What stands at the end of the day: since when charges are open, and since when there is a debt. */
  private close(day: Day): void {
    for (const [charge, { before, counts }] of this.takenFrom)
      if (counts && before <= SMALL_AMOUNT && charge.open > SMALL_AMOUNT)
        charge.openSince = latest(day, latest(charge.charge.dueOn, charge.charge.bookedOn));
    let due = 0n;
    let overdue = 0n;
    let rent = false;
    let today = false;
    for (const one of this.unpaid) {
      if (one.charge.dueOn > day) continue;
      const last = one.steps.at(-1);
      if (last ? last.open !== one.open || last.openSince !== one.openSince : one.open > 0n)
        one.steps.push({ on: day, open: one.open, openSince: one.openSince });
      if (one.open === 0n) continue;
      due += one.open;
      rent ||= isMonthlyRent(one.charge);
      if (one.charge.dueOn < day) overdue += one.open;
      else today = true;
    }
    this.debt.endOfDay(day, due > SMALL_AMOUNT, overdue > SMALL_AMOUNT, this.takenBack);
    const isDebt = rent && this.isHalfMonth(day);
    this.rentDebt.endOfDay(day, isDebt, isDebt && (!today || this.isHalfMonth(addDays(day, -1))), this.takenBack);
    this.unpaid = this.unpaid.filter((one) => one.open > 0n);
    this.live = this.live.filter((one) => one.free > 0n || one.held > 0n);
  }
}
