import { isBankDay, isWorkingDay, NO_CLOSED_DAYS, type PartOfDay, previousBankDay } from "@/lib/kernel/calendar";
import { addDays, addMonths, day as asDay, type Day, firstDay, type Month, monthOf } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { DisclosureFacts, Facts } from "@/lib/rules/facts";
import { Account } from "@/tests/factories/account";
import { mobile, RENT, tenant } from "@/tests/factories/facts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
/** The facts a script and the staff change by acting; the ledger and the day come from the world. */
type Known = Mutable<
  Omit<Facts, "day" | "part" | "position" | "overdue" | "spans" | "rentMonths" | "receipts" | "rentCharged" | "bank">
>;

const START = asDay("2026-05-26");
/** Rent is charged for a year and a quarter from the start. */
const MONTHS_AHEAD = 15;

/** A tenant's household and the office's knowledge of it, one day after the other. */
export class World {
  day: Day = START;
  part: PartOfDay = "morning";
  readonly ledger = new Account();
  readonly known: Known;
  facts_ = 0;
  bankStopsOn: Day | null = null;
  private ids = 0;

  constructor(readonly rent: number = RENT) {
    for (
      let month = addMonths(monthOf(START), -12);
      month <= addMonths(monthOf(START), MONTHS_AHEAD);
      month = addMonths(month, 1)
    )
      this.ledger.rent(month, rent);
    this.known = {
      closedDays: NO_CLOSED_DAYS,
      tenancy: { id: 1, kind: "home", startsOn: asDay("2010-01-01"), endsOn: null, monthlyRent: cents(rent) },
      people: [tenant()],
      phones: [mobile()],
      siblings: [],
      caretakerPresent: true,
      maybePaid: [],
      dataProblems: { contradictory: false, balanceDiffers: null, since: null },
      legal: null,
      legalProposals: [],
      cases: [],
      holds: [],
      promises: [],
      arrangements: [],
      disclosures: [],
      attempts: [],
      caretakerTasks: [],
      visits: [],
      letters: [],
      referrals: [],
      objectedToSharingOn: null,
      reviews: [],
    };
  }

  /** Everything learned so far, on this day. */
  facts(): Facts {
    const through = previousBankDay(this.day);
    const stops = this.bankStopsOn;
    const completeThrough = stops !== null && stops < through ? stops : through;
    const bank = { completeThrough, expectedThrough: through };
    return copied({ ...this.known, ...this.account(), day: this.day, part: this.part, bank } as Facts);
  }

  private account() {
    const since = this.known.cases.map((one) => one.openedOn).sort()[0] ?? null;
    const arranged = this.known.arrangements.map((one) => one.endedOn).join();
    const key = `${this.day} ${this.ledger.entries.length} ${since} ${arranged}`;
    if (this.accountOf?.key !== key) this.accountOf = { key, facts: this.ledger.facts(this.day, since, this.known.arrangements) };
    return this.accountOf.facts;
  }
  private accountOf: { key: string; facts: ReturnType<Account["facts"]> } | null = null;

  id = () => ++this.ids;
  /** How much is known by today: what was learned, and what is booked by now. */
  get knowledge(): number {
    return this.facts_ * 10_000 + this.ledger.entries.filter((one) => one.bookedOn <= this.day).length;
  }
  learned(): void {
    this.facts_++;
  }
  get workingDay(): boolean {
    return isWorkingDay(this.day);
  }

  /** Money booked today; banks book on bank days only. */
  pay(amount: number): void {
    let on = this.day;
    while (!isBankDay(on)) on = addDays(on, 1);
    this.ledger.pay(on, amount);
    this.learned();
  }
  /** Money for the rent of a month, as the debit of that month says. */
  payFor(month: Month, amount: number): void {
    let on = this.day;
    while (!isBankDay(on)) on = addDays(on, 1);
    this.ledger.pay(on, amount, month);
    this.learned();
  }
  payOn(on: Day, amount: number): void {
    this.ledger.pay(on, amount);
    this.learned();
  }
  /** All rent of the year before was paid on the first; the script says what happens from here on. */
  paidBefore(from: Month): this {
    for (const charge of this.ledger.charges)
      if (charge.rent && monthOf(charge.dueOn) < from) this.ledger.pay(charge.dueOn, Number(charge.amount));
    return this;
  }
  get owed(): number {
    return Number(this.ledger.overdue(this.day));
  }
  is(text: string): boolean {
    return this.day === text;
  }
  get dayOfMonth(): number {
    return Number(this.day.slice(8));
  }

  say(kind: DisclosureFacts["kind"], until: Day | null = null): void {
    this.known.disclosures.push({ kind, saidOn: this.day, until, resolvedOn: null, resolution: null });
    this.learned();
  }
  resolvePaid(resolution: "found" | "not-found"): void {
    this.known.disclosures = this.known.disclosures.map((said) =>
      said.kind === "already-paid" && said.resolvedOn === null ? { ...said, resolvedOn: this.day, resolution } : said,
    );
    this.learned();
  }
  promise(inDays: number, amount: number): void {
    const promisedOn = addDays(this.day, inDays);
    this.known.promises.push({ id: this.id(), madeOn: this.day, promisedOn, amount: cents(amount), withdrawnOn: null });
    this.learned();
  }
  arrange(times: number, amount: number): void {
    const first = firstDay(addMonths(monthOf(this.day), 1));
    const instalments = Array.from({ length: times }, (_, at) => ({
      dueOn: addDays(firstDay(addMonths(monthOf(first), at)), 24),
      amount: cents(amount),
    }));
    this.known.arrangements.push({ id: this.id(), agreedOn: this.day, startsOn: this.day, endedOn: null, instalments });
    this.learned();
  }
  hold(days: number): void {
    const charges = this.ledger.facts(this.day).overdue.map((one) => one.id);
    this.known.holds.push({ id: this.id(), from: this.day, reviewOn: addDays(this.day, days), endedOn: null, charges });
    this.learned();
  }
  endHolds(): void {
    this.known.holds = this.known.holds.map((one) => ({ ...one, endedOn: this.day }));
    this.learned();
  }
}

/** Rows are replaced, never changed; so lists copied here are what was known at that moment. */
function copied(facts: Facts): Facts {
  const lists = Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]);
  return Object.fromEntries(lists) as Facts;
}
