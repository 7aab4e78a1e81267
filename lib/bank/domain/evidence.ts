import { type AmountFact, amountFact, hasEnded, type Payer } from "./payer";
import { checkOf } from "./reference";
import type { Named, Received, Register } from "./register";
import { lastingWords, Said } from "./words";

/** One thing that speaks for a tenancy; stored by its code, told in words on the screen. */
export type Fact =
  | "reference"
  | "reference-check"
  | "reference-short"
  | "reference-near"
  | "iban"
  | "iban-shared"
  | "decided"
  | "number"
  | "address"
  | "address-part"
  | "name"
  | AmountFact;

/** How much each weighs: the likeliest comes first. What is certain is told by `isCertain`. */
const WEIGHTS: Readonly<Record<Fact, number>> = {
  reference: 6,
  "reference-check": 4,
  iban: 3,
  "reference-short": 2,
  "iban-shared": 2,
  decided: 2,
  number: 2,
  address: 2,
  "address-part": 1,
  "reference-near": 1,
  name: 1,
  "amount-rent": 1,
  "amount-open": 1,
  "amount-instalment": 1,
  "amount-near": 1,
  "amount-months": 1,
  "amount-earlier-rent": 1,
};

/** A tenancy a line may be for, with everything that speaks for it. */
export interface Evidence {
  readonly payer: Payer;
  readonly facts: ReadonlySet<Fact>;
  readonly weight: number;
}

/** Facts that name one tenancy by themselves; who has one that the likeliest lacks is a rival. */
export const NAMING: ReadonlySet<Fact> = new Set<Fact>([
  "reference",
  "reference-check",
  "reference-short",
  "iban",
  "iban-shared",
  "decided",
  "number",
  "address",
]);

/** Gathers what speaks for whom, the weightiest first. */
export class Gathering {
  private readonly facts = new Map<Payer, Set<Fact>>();
  readonly said: Said;
  /** The account pays for several people, as far as is known. */
  readonly isCollective: boolean;

  constructor(
    readonly line: Received,
    private readonly register: Register,
    /** What `register.referred` found. */
    readonly references: readonly Named[],
  ) {
    this.said = new Said(line.remittance, line.counterparty);
    this.isCollective = register.isCollective(line.iban);
    for (const named of references) this.note(named.payer, referenceFact(named));
    this.account();
    for (const { payer } of register.numbered(line)) this.note(payer, "number");
    this.places();
    this.people();
    if (!references.some((named) => referenceFact(named) === "reference"))
      for (const payer of register.nearly(line)) this.note(payer, "reference-near");
  }

  /** Whether the text calls a tenant by a name that is not of these people, nor a word of their street. */
  callsOthers = (payer: Payer): boolean =>
    this.register.namesIn(this.said.words).some((name) => name.split(" ").some((word) => !this.said.isOwnWord(payer, word)));

  private note(payer: Payer, fact: Fact): void {
    const known = this.facts.get(payer);
    if (known) known.add(fact);
    else this.facts.set(payer, new Set([fact]));
  }

  private account(): void {
    const { line, register } = this;
    const paying = register.payersOf(line.iban);
    const running = paying.filter((payer) => !hasEnded(payer, line.bookedOn));
    const candidates = running.length > 0 ? running : paying;
    const personal = candidates.length === 1 && !this.said.isForAnother && !this.isCollective;
    for (const payer of paying) {
      const sole = personal && candidates.includes(payer) && !this.said.isByOrganisation(payer);
      this.note(payer, sole ? "iban" : "iban-shared");
    }
    const lasting = line.iban === null || !register.hasDecisions ? "" : lastingWords(line.remittance);
    const decided = lasting === "" ? null : register.decidedFor(line.iban, lasting);
    if (decided) this.note(decided, "decided");
  }

  /** Looks for addresses in the text. */
  private places(): void {
    for (const { payer, isWhole } of this.register.addressed(this.said.words))
      this.note(payer, isWhole ? "address" : "address-part");
  }

  /** Looks for people with this name, first those who would pay this amount, or what is left of it. */
  private people(): void {
    const { line, facts } = this;
    const rents = [...facts.keys()].map((payer) => line.amountCents - (payer.rentCents ?? 0n));
    const called = this.register.called(this.said.all, [line.amountCents, ...new Set(rents)]);
    const running = called.filter((payer) => !hasEnded(payer, line.bookedOn));
    const paying = running.filter((payer) => this.amountOf(payer) !== null || rents.includes(payer.rentCents ?? 0n));
    const shown = paying.length > 0 ? paying : called.length <= FEW ? called : [];
    for (const payer of shown.slice(0, MOST_CALLED)) this.note(payer, "name");
  }

  /** A term of an arrangement is no rent of a parking place, however much it is. */
  private amountOf(payer: Payer): AmountFact | null {
    const fact = amountFact(payer, this.line);
    return this.said.isArrangement && payer.kind === "parking" && fact !== "amount-instalment" ? null : fact;
  }

  /** Everyone something speaks for, with what else does. */
  weighed(): Evidence[] {
    return [...this.facts]
      .map(([payer, facts]) => {
        const amount = this.amountOf(payer);
        if (amount) facts.add(amount);
        if (this.said.names(payer) || this.said.isPaidBy(payer)) facts.add("name");
        return { payer, facts, weight: [...facts].reduce((sum, fact) => sum + WEIGHTS[fact], 0) };
      })
      .sort((a, b) => b.weight - a.weight || a.payer.tenancyId - b.payer.tenancyId);
  }
}

const FEW = 5;
const MOST_CALLED = 8;
export const REFERENCES: readonly Fact[] = ["reference", "reference-check", "reference-short"];
/** Is at least one of `some` among the facts? */
export const has = (facts: ReadonlySet<Fact>, some: readonly Fact[]): boolean => some.some((fact) => facts.has(fact));

/** Alone in its field, or with a check digit that holds, a reference is sure. A wrong or absent one lowers that, and refuses nothing. */
export function referenceFact({ key, exact, whole }: Named): Fact {
  if (exact) return "reference";
  const check = checkOf(key);
  if (check === "valid") return "reference";
  const long = key.length >= LONG && (check === "wrong" || whole);
  return long ? "reference-check" : "reference-short";
}
const LONG = 9;
