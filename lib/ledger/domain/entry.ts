import type { Day, Month } from "../../kernel/day";
import type { Cents } from "../../kernel/money";

export type EntryKind = "charge" | "payment" | "credit" | "reversal";
export type Category = "rent" | "service" | "heating" | "settlement" | "costs" | "other";

/** One row of a rent account. Amounts are positive; the kind carries the sign. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Of a charge, and of a credit note that says so; null otherwise. */
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
  /** Of a settlement whose description says so: the year it is over. */
  readonly overYear?: number | null;
  /** Of a reversal: why the bank took it back, by its code; null when nobody said. */
  readonly returnReason?: string | null;
}

/** What a receipt says it is for, as it was said; what that means follows from what is booked on a day (`names`). */
export type Said =
  /** Numbers of charges. `awaited`: a number that is not known yet will come (the ERP's own matching). */
  | { readonly kind: "numbers"; readonly numbers: readonly string[]; readonly awaited: boolean }
  | { readonly kind: "months"; readonly months: readonly Month[] }
  /** The collection a debit belongs to: the rent of that month, then what else falls due in it. */
  | { readonly kind: "collection"; readonly month: Month }
  | { readonly kind: "settlement"; readonly year: number | null }
  /** What the arrangement of that day is about. */
  | { readonly kind: "instalment" }
  /** A charge that a colleague chose. */
  | { readonly kind: "charge"; readonly chargeId: string };

/** What one receipt names, and how much of it at most; null: as much as is open. */
export interface Designation {
  readonly receiptId: string;
  readonly said: Said;
  readonly amount: Cents | null;
}

/** An arrangement, as far as it decides where money lies: monthly rent due since its start comes first while it runs. */
export interface Covering {
  readonly agreedOn: Day;
  readonly startsOn: Day;
  readonly endedOn: Day | null;
}

/** Everything of one rent account that decides where its money lies. */
export interface AccountFacts {
  readonly entries: readonly Entry[];
  readonly designations: readonly Designation[];
  readonly arrangements: readonly Covering[];
  /** Entries up to and including a day that were left out: nothing due was open then, and this much was free. */
  readonly opening?: { readonly on: Day; readonly free: Cents } | null;
}

export type Charge = Entry & { readonly dueOn: Day };
export type Receipt = Entry & { readonly kind: "payment" | "credit" };

/** Is the entry something owed, with a category and a due day? */
export const isCharge = (entry: Entry): entry is Charge => entry.kind === "charge" && entry.dueOn !== null;
/** Is the entry money or a credit note: something that can pay a charge? */
export const isReceipt = (entry: Entry): entry is Receipt => entry.kind === "payment" || entry.kind === "credit";

/** Monthly rent: net rent, service-cost advance, heating advance. */
export const isMonthlyRent = (entry: { readonly category: string | null }): boolean =>
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

/** Charges by due day, booking day and number. Depends on the facts alone, never on arrival. */
export const byDueDay = (a: Charge, b: Charge): number =>
  byText(a.dueOn, b.dueOn) ||
  byText(a.bookedOn, b.bookedOn) ||
  compareNumbers(a.number, b.number) ||
  byText(a.source, b.source) ||
  byText(a.id, b.id);

/** The order in which free money covers charges (semantics: imputation in time): monthly rent before other. */
export const compareCharges = (a: Charge, b: Charge): number =>
  Number(isMonthlyRent(b)) - Number(isMonthlyRent(a)) || byDueDay(a, b);

/** Receipts and reversals by booking day and number. */
export const compareReceipts = (a: Entry, b: Entry): number =>
  byText(a.bookedOn, b.bookedOn) || compareNumbers(a.number, b.number) || byText(a.source, b.source) || byText(a.id, b.id);
