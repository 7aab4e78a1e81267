import { type AmountFact, amountFact, type Payer, runsOn } from "./payer";
import { checkOf, plainReference } from "./reference";
import { type Named, type Received, type Register, wordsOf } from "./register";

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
  | "name"
  | AmountFact;

/** How much each weighs. Three is certain, when nothing points elsewhere; a single weak fact never is. */
const WEIGHTS: Readonly<Record<Fact, number>> = {
  reference: 6,
  "reference-check": 4,
  iban: 3,
  "reference-short": 2,
  "iban-shared": 2,
  decided: 2,
  number: 2,
  address: 2,
  "reference-near": 1,
  name: 1,
  "amount-rent": 1,
  "amount-open": 1,
  "amount-instalment": 1,
  "amount-months": 1,
  "amount-earlier-rent": 1,
};
export const CERTAIN = 3;

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

/** Months, and words that every payment may hold: what is left says what kind of payment it is. */
const COMMON =
  /^(?:jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maand|huur|betaling|kenmerk|omschrijving|[0-9]+)$/;

/** What stays the same in a payer's texts month after month. */
export const lastingWords = (text: string | null): string =>
  wordsOf(text)
    .filter((word) => word !== "" && !COMMON.test(word))
    .join(" ");

/** Somebody pays for somebody else: then the account says less. */
const FOR_ANOTHER =
  /\b(?:namens|tbv|t b v|inzake|voor (?:mijn|onze|oma|opa|moeder|mama|vader|ma|pa|zoon|dochter|broer|zus|dhr|mevr|mevrouw|mw|meneer|de heer|familie|fam|buurman|buurvrouw))\b/;

/** Gathers what speaks for whom, the weightiest first. */
export class Gathering {
  private readonly facts = new Map<Payer, Set<Fact>>();
  private known: string[] | null = null;

  constructor(
    private readonly line: Received,
    private readonly register: Register,
    /** What `register.referred` found. */
    readonly references: readonly Named[],
  ) {
    for (const named of references) this.note(named.payer, referenceFact(named));
    this.account();
    for (const { payer } of register.numbered(line)) this.note(payer, "number");
  }

  /** Counterparty and text as plain words, made when first asked for. */
  private get words(): readonly string[] {
    this.known ??= wordsOf(this.line.counterparty, this.line.remittance);
    return this.known;
  }

  private note(payer: Payer, fact: Fact): void {
    const known = this.facts.get(payer);
    if (known) known.add(fact);
    else this.facts.set(payer, new Set([fact]));
  }

  private account(): void {
    const { line, register } = this;
    const paying = register.payersOf(line.iban);
    const running = paying.filter((payer) => runsOn(payer, line.bookedOn));
    const candidates = running.length > 0 ? running : paying;
    const sole = candidates.length === 1 && !(line.remittance && FOR_ANOTHER.test(this.words.join(" ")));
    for (const payer of candidates) this.note(payer, sole ? "iban" : "iban-shared");
    const lasting = line.iban === null || !register.hasDecisions ? "" : lastingWords(line.remittance);
    const decided = lasting === "" ? null : register.decidedFor(line.iban, lasting);
    if (decided) this.note(decided, "decided");
  }

  /** Looks for addresses in the text. */
  places(): void {
    for (const payer of this.register.addressed(wordsOf(this.line.remittance))) this.note(payer, "address");
  }

  /** Looks for people with this name who would pay this amount: only to suggest, when nothing names a tenancy. */
  people(): void {
    const called = this.register.called(this.words, this.line.amountCents);
    const paying = called.filter((payer) => amountFact(payer, this.line) !== null && runsOn(payer, this.line.bookedOn));
    const shown = paying.length > 0 ? paying : called.length <= FEW ? called : [];
    for (const payer of shown.slice(0, MOST_CALLED)) this.note(payer, "name");
  }

  /** Everyone something speaks for, with what else does. */
  weighed(): Evidence[] {
    const text = ` ${this.words.join(" ")} `;
    return [...this.facts]
      .map(([payer, facts]) => {
        const amount = amountFact(payer, this.line);
        if (amount) facts.add(amount);
        if (payer.names.some((name) => text.includes(` ${name} `))) facts.add("name");
        if (payer.reference && !has(facts, REFERENCES) && nearly(plainReference(payer.reference), this.line))
          facts.add("reference-near");
        return { payer, facts, weight: [...facts].reduce((sum, fact) => sum + WEIGHTS[fact], 0) };
      })
      .sort((a, b) => b.weight - a.weight || a.payer.tenancyId - b.payer.tenancyId);
  }
}

const FEW = 5;
const MOST_CALLED = 8;
export const REFERENCES: readonly Fact[] = ["reference", "reference-check", "reference-short"];
export const has = (facts: ReadonlySet<Fact>, some: readonly Fact[]): boolean => some.some((fact) => facts.has(fact));

/** Alone in its field, or with a check digit that holds, a reference says it all. A wrong or absent one lowers that, and refuses nothing. */
export function referenceFact({ key, exact, whole }: Named): Fact {
  if (exact) return "reference";
  const check = checkOf(key);
  if (check === "valid") return "reference";
  const long = key.length >= LONG && (check === "wrong" || whole);
  return long ? "reference-check" : "reference-short";
}
const LONG = 9;

/** Whether digits of its length in a text differ from this reference in one digit, or two that changed places. */
function nearly(reference: string, line: Received): boolean {
  if (reference.length < LONG) return false;
  for (const text of [line.reference, line.endToEnd, line.remittance])
    for (const run of text?.replace(/(?<=[0-9])[\s.-]+(?=[0-9])/g, "").match(/[0-9]+/g) ?? [])
      if (run.length === reference.length && differsOnce(run, reference)) return true;
  return false;
}

function differsOnce(a: string, b: string): boolean {
  const at = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = at;
  return at.length === 1 || (at.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]);
}
