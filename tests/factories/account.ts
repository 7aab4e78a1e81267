import type { Dossier } from "@/lib/cases/domain/dossier";
import { ofLedger } from "@/lib/cases/domain/facts";
import { addDays, type Day, firstDay, type Month } from "@/lib/kernel/day";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Category, Designation, Entry } from "@/lib/ledger/domain/entry";
import type { ArrangementFacts, Facts } from "@/lib/rules/facts";

export interface ChargeRow {
  readonly id: string;
  readonly dueOn: Day;
  readonly bookedOn: Day;
  readonly amount: Cents;
  readonly rent: boolean;
}
export interface ReceiptRow {
  readonly id: string;
  readonly bookedOn: Day;
  readonly amount: Cents;
}

const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;

/** A rent account in memory, as a script writes it: what is due, what comes in, what comes back. */
export class Account {
  readonly charges: ChargeRow[] = [];
  readonly receipts: ReceiptRow[] = [];
  readonly entries: Entry[] = [];
  readonly designations: Designation[] = [];

  /** One month's rent, due on its first day, booked ten days before. */
  rent(month: Month, amount: number): this {
    return this.charge(firstDay(month), amount, true);
  }

  charge(dueOn: Day, amount: number, rent = false, category: Category = rent ? "rent" : "settlement"): this {
    const id = String(this.charges.length + 1);
    const charge = { id, dueOn, bookedOn: addDays(dueOn, -10), amount: cents(amount) };
    this.charges.push({ ...charge, rent });
    this.entries.push({ ...blank, ...charge, number: id, kind: "charge", category });
    return this;
  }

  /** @param named the month it says it is for */
  pay(bookedOn: Day, amount: number, named: Month | null = null): this {
    const id = `p${this.receipts.length + 1}`;
    const receipt = { id, bookedOn, amount: cents(amount) };
    this.receipts.push(receipt);
    this.entries.push({ ...blank, ...receipt, number: id, kind: "payment" });
    if (named) this.designations.push({ receiptId: id, said: { kind: "months", months: [named] }, amount: null });
    return this;
  }

  /** The last receipt is taken back. */
  bounce(bookedOn: Day): this {
    const last = this.receipts.at(-1);
    if (!last) throw new Error("nothing came in");
    const id = `r${this.entries.length}`;
    this.entries.push({ ...blank, id, number: id, kind: "reversal", amount: last.amount, bookedOn, reversesId: last.id });
    return this;
  }

  open(day: Day): Cents {
    return this.facts(day).position.open;
  }
  overdue(day: Day): Cents {
    return this.facts(day).position.overdue;
  }

  /** The part of the facts that the ledger gives. */
  facts(
    day: Day,
    since: Day | null = null,
    arrangements: readonly ArrangementFacts[] = [],
  ): Pick<Facts, "position" | "overdue" | "spans" | "rentMonths" | "receipts" | "rentCharged"> {
    const rows = { entries: this.entries, designations: this.designations, arrangements, promises: [] };
    const facts = ofLedger(rows satisfies Pick<Dossier, "entries" | "designations" | "arrangements" | "promises">, day, since);
    return {
      ...facts,
      rentCharged: this.charges.filter((one) => one.rent && one.dueOn <= day).map(({ dueOn, amount }) => ({ dueOn, amount })),
    };
  }
}
