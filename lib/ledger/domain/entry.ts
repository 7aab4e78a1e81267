import type { Day } from "../../kernel/day";
import type { Cents } from "../../kernel/money";

export type EntryKind = "charge" | "payment" | "credit" | "reversal";
export type Category = "rent" | "service" | "heating" | "settlement" | "costs" | "other";

/** One row of a rent account. Amounts are positive; the kind carries the sign. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Of a charge; null otherwise. */
  readonly category: Category | null;
  readonly amount: Cents;
  readonly bookedOn: Day;
  /** Of a charge; null otherwise. */
  readonly dueOn: Day | null;
  /** Of a reversal: the payment or credit it takes back. */
  readonly reversesId: string | null;
  readonly source: string;
  /** The source's own number. */
  readonly number: string;
}

/** A part of a payment that the payer named a charge for. */
export interface Designation {
  readonly paymentId: string;
  readonly chargeId: string;
  readonly amount: Cents;
}

export type Charge = Entry & { readonly dueOn: Day };

export const isCharge = (entry: Entry): entry is Charge => entry.kind === "charge" && entry.dueOn !== null;

/** Monthly rent: net rent, service-cost advance, heating advance. */
export const isMonthlyRent = (entry: Entry): boolean =>
  entry.category === "rent" || entry.category === "service" || entry.category === "heating";

const NUMBER = /^[0-9]+$/;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Order of a source's own numbers: as a number where both are one, numbers before text. */
function compareNumbers(a: string, b: string): number {
  const numberA = NUMBER.test(a);
  if (numberA !== NUMBER.test(b)) return numberA ? -1 : 1;
  if (numberA) {
    const [left, right] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
    const order = left.length - right.length || byText(left, right);
    if (order !== 0) return order;
  }
  return byText(a, b);
}

/** Rent due by the day, then other charges due by it, then what is booked but not yet due. */
const classOn = (charge: Charge, day: Day): number => (charge.dueOn > day ? 2 : isMonthlyRent(charge) ? 0 : 1);

/** The order in which receipts are laid over charges (semantics: allocation). Depends on the facts alone, never on arrival. */
export function compareCharges(a: Charge, b: Charge, day: Day): number {
  return (
    classOn(a, day) - classOn(b, day) ||
    byText(a.dueOn, b.dueOn) ||
    byText(a.bookedOn, b.bookedOn) ||
    compareNumbers(a.number, b.number) ||
    byText(a.source, b.source)
  );
}
