import { addDays, addMonths, type Day, daysBetween, firstDay, type Month, monthOf } from "@/lib/kernel/day";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Facts, OverdueCharge, RentMonth } from "@/lib/rules/facts";

export interface ChargeRow {
  readonly id: string;
  readonly dueOn: Day;
  readonly bookedOn: Day;
  readonly amount: Cents;
  readonly rent: boolean;
}
export interface ReceiptRow {
  readonly bookedOn: Day;
  readonly amount: Cents;
}

/** A rent account in memory, with its own plain allocation: rent first, oldest first. Independent of the product's. */
export class Account {
  readonly charges: ChargeRow[] = [];
  readonly receipts: ReceiptRow[] = [];

  /** One month's rent, due on its first day, booked ten days before. */
  rent(month: Month, amount: number): this {
    return this.charge(firstDay(month), amount, true);
  }

  charge(dueOn: Day, amount: number, rent = false): this {
    const id = String(this.charges.length + 1);
    this.charges.push({ id, dueOn, bookedOn: addDays(dueOn, -10), amount: cents(amount), rent });
    return this;
  }

  pay(bookedOn: Day, amount: number): this {
    this.receipts.push({ bookedOn, amount: cents(amount) });
    return this;
  }

  /** Open part per charge booked by `day`, in the order in which money is laid on them. */
  private laid(day: Day): { charge: ChargeRow; open: Cents }[] {
    let pool = this.receipts.reduce((sum, one) => (one.bookedOn <= day ? sum + one.amount : sum), 0n);
    const rank = (one: ChargeRow) => (one.dueOn > day ? 2 : one.rent ? 0 : 1);
    return this.charges
      .filter((one) => one.bookedOn <= day)
      .sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : Number(a.id) - Number(b.id)))
      .map((charge) => {
        const covered = pool < charge.amount ? pool : charge.amount;
        pool -= covered;
        return { charge, open: (charge.amount - covered) as Cents };
      });
  }

  open(day: Day): Cents {
    return this.laid(day).reduce((sum, one) => (sum + one.open) as Cents, 0n as Cents);
  }

  overdue(day: Day): Cents {
    return overdueOf(this.laid(day), day).reduce((sum, one) => (sum + one.open) as Cents, 0n as Cents);
  }

  /** The part of the facts that the ledger gives. */
  facts(day: Day): Pick<Facts, "position" | "overdue" | "rentMonths" | "receipts" | "rentCharged"> {
    const laid = this.laid(day);
    const overdue = overdueOf(laid, day);
    const sum = (from: number, to: number) =>
      overdue.reduce((all, one) => {
        const age = daysBetween(one.dueOn, day);
        return (age >= from && age <= to ? all + one.open : all) as Cents;
      }, 0n as Cents);
    const open = laid.reduce((all, one) => (all + one.open) as Cents, 0n as Cents);
    const total = sum(1, 1e9);
    const next = laid
      .filter((one) => one.open > 0n && one.charge.dueOn >= day)
      .map((one) => one.charge.dueOn)
      .sort()[0];
    const owed = laid.reduce((all, one) => all + one.charge.amount - one.open, 0n);
    const paid = this.receipts.reduce((all, one) => (one.bookedOn <= day ? all + one.amount : all), 0n);
    return {
      position: {
        open,
        overdue: total,
        notDueOpen: (open - total) as Cents,
        credit: (paid - owed) as Cents,
        oldestOverdueDue: overdue.map((one) => one.dueOn).sort()[0] ?? null,
        overdueCharges: overdue.length,
        monthsBehind: new Set(overdue.map((one) => one.month)).size,
        b1_30: sum(1, 30),
        b31_60: sum(31, 60),
        b61_90: sum(61, 90),
        b91: sum(91, 1e9),
        monthsInArrears: 0,
        nextDueOn: next ?? null,
      },
      overdue,
      rentMonths: this.rentMonths(day),
      receipts: this.receipts.filter((one) => one.bookedOn <= day).sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1)),
      rentCharged: this.charges
        .filter((one) => one.rent && one.dueOn <= day)
        .map((one) => ({ dueOn: one.dueOn, amount: one.amount }))
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    };
  }

  private rentMonths(day: Day): RentMonth[] {
    const now = new Map(this.laid(day).map((one) => [one.charge.id, one.open]));
    const paidOn = [...new Set(this.receipts.map((one) => one.bookedOn))].filter((on) => on <= day).sort();
    const laidOn = new Map(paidOn.map((on) => [on, new Map(this.laid(on).map((one) => [one.charge.id, one.open]))]));
    return this.charges
      .filter((one) => one.rent && one.dueOn <= day && one.dueOn >= firstDay(addMonths(monthOf(day), -14)))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      .map((charge) => {
        const open = now.get(charge.id) ?? charge.amount;
        const isOpen = (on: Day) => (laidOn.get(on)?.get(charge.id) ?? charge.amount) > 0n;
        const on = open > 0n ? null : (paidOn.find((at) => !isOpen(at)) ?? charge.bookedOn);
        return { month: monthOf(charge.dueOn), charged: charge.amount, open, coveredOn: on };
      });
  }
}

const overdueOf = (laid: readonly { charge: ChargeRow; open: Cents }[], day: Day): OverdueCharge[] =>
  laid
    .filter((one) => one.open > 0n && one.charge.dueOn < day)
    .map(({ charge, open }) => ({
      id: charge.id,
      dueOn: charge.dueOn,
      month: monthOf(charge.dueOn),
      monthlyRent: charge.rent,
      amount: charge.amount,
      open,
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
