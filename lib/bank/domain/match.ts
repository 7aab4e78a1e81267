import { CERTAIN, type Evidence, type Fact, Gathering, has, NAMING, REFERENCES, referenceFact } from "./evidence";
import { runsOn } from "./payer";
import { plainReference } from "./reference";
import type { Received, Register } from "./register";

/** A tenancy a waiting line may be for and what speaks for it; `cents` when the line pays for several together. */
export interface Suggestion {
  readonly tenancyId: number;
  readonly facts: readonly Fact[];
  readonly cents?: number;
}

/** Where a line belongs and why. `suspense` waits for a person, `own` is not a tenant's money. */
export type Fate =
  | {
      readonly fate: "posted";
      readonly tenancyId: number;
      readonly because: "reference" | "iban" | "facts";
      /** What together made it certain; empty when the reason says it all. */
      readonly suggestions: readonly Suggestion[];
    }
  | {
      readonly fate: "suspense";
      readonly suggested: number | null;
      readonly because: SuspenseReason;
      /** Likeliest first. */
      readonly suggestions: readonly Suggestion[];
      /** Those it may well be for: they are not asked for this money meanwhile. */
      readonly suspects: readonly number[];
    }
  | { readonly fate: "own"; readonly because: "own-batch" | "own-transfer" | "payment-out" };
type Waiting = Extract<Fate, { fate: "suspense" }>;
export type SuspenseReason =
  | "several-references"
  | "several-for-iban"
  | "several-together"
  | "points-elsewhere"
  | "contract-number"
  | "weak"
  | "unknown-payer"
  | "return"
  | "return-unsure"
  | "returned-payment";

const MOST_SUGGESTED = 5;

const suggestionOf = ({ payer, facts }: Evidence): Suggestion => ({ tenancyId: payer.tenancyId, facts: [...facts] });

/** The likeliest of several: what weighs most, then a home that is lived in. */
function ranked(found: readonly Evidence[], line: Received): Evidence[] {
  const lived = ({ payer }: Evidence) => (runsOn(payer, line.bookedOn) && payer.kind !== "parking" ? 0 : 1);
  return [...found].sort((a, b) => b.weight - a.weight || lived(a) - lived(b) || a.payer.tenancyId - b.payer.tenancyId);
}

/** Whether something names this other tenancy that does not name the first: then a person looks. */
function isRival(first: Evidence, other: Evidence): boolean {
  if (first.facts.has("reference")) return other.facts.has("reference") && other.weight >= first.weight;
  if (first.facts.has("reference-check")) return has(other.facts, REFERENCES) || first.weight < other.weight + 2;
  return other.weight >= first.weight || [...other.facts].some((fact) => NAMING.has(fact) && !first.facts.has(fact));
}

const isCertain = (first: Evidence, others: readonly Evidence[]): boolean =>
  first.weight >= CERTAIN && !others.some((other) => isRival(first, other));

/** Together: two or more tenancies that the line names or whose account it is, and whose rents make its amount. */
function together(found: readonly Evidence[], line: Received): Evidence[] | null {
  const named = found.filter(
    ({ payer, facts }) => has(facts, [...NAMING]) && payer.rentCents !== null && runsOn(payer, line.bookedOn),
  );
  const sum = named.reduce((total, { payer }) => total + (payer.rentCents ?? 0n), 0n);
  return named.length >= 2 && sum === line.amountCents ? named : null;
}

function reasonFor(found: readonly Evidence[], gathering: Gathering): SuspenseReason {
  const [first] = found;
  if (!first) return "unknown-payer";
  if (gathering.references.length > 1) return "several-references";
  if (found.length > 1 && found.every(({ facts }) => facts.has("iban-shared"))) return "several-for-iban";
  if (first.weight >= CERTAIN) return "points-elsewhere";
  if (first.facts.has("number")) return "contract-number";
  return "weak";
}

const becauseOf = ({ facts }: Evidence): "reference" | "iban" | "facts" =>
  has(facts, ["reference", "reference-check"]) ? "reference" : facts.has("iban") ? "iban" : "facts";

/** Several tenancies with one and the same reference: the account or the amount says which. */
const shareReference = (found: readonly Evidence[]): boolean =>
  new Set(found.map(({ payer }) => plainReference(payer.reference ?? ""))).size === 1;

function receiptFate(line: Received, register: Register): Exclude<Fate, { fate: "own" }> {
  const references = register.referred(line);
  const [only] = references;
  // One sure reference says it all, whatever else the line holds: most lines end here.
  if (only && references.length === 1 && referenceFact(only) === "reference")
    return { fate: "posted", tenancyId: only.payer.tenancyId, because: "reference", suggestions: [] };
  const gathering = new Gathering(line, register, references);
  gathering.places();
  let found = gathering.weighed();
  if (!found[0] || found[0].weight < CERTAIN) {
    gathering.people();
    found = gathering.weighed();
  }
  found = ranked(found, line);
  const [first, ...others] = found;
  const apart = references.length < 2 || shareReference(found.filter(({ facts }) => has(facts, REFERENCES)));
  if (first && apart && isCertain(first, others)) {
    const because = becauseOf(first);
    const suggestions = because === "facts" ? [suggestionOf(first)] : [];
    return { fate: "posted", tenancyId: first.payer.tenancyId, because, suggestions };
  }
  const split = together(found, line);
  if (split) {
    const suggestions = split.map((one) => ({ ...suggestionOf(one), cents: Number(one.payer.rentCents) }));
    return waiting("several-together", split, suggestions);
  }
  const shown = found.slice(0, MOST_SUGGESTED);
  return waiting(reasonFor(found, gathering), shown, shown.map(suggestionOf));
}

/** Two weak facts together may well be right; one alone, such as a name, is only shown. */
const LIKELY = 2;

function waiting(because: SuspenseReason, found: readonly Evidence[], suggestions: readonly Suggestion[]): Waiting {
  const suspects = found.filter(({ weight }) => weight >= LIKELY).map(({ payer }) => payer.tenancyId);
  return { fate: "suspense", suggested: suspects[0] ?? null, because, suggestions, suspects };
}

/**
 * What becomes of a bank line. Certain is posted; several or weak waits with a suggestion; nothing is ever guessed.
 * A return waits until the payment it takes back is found.
 */
export function match(line: Received, register: Register): Fate {
  if (register.isOwn(line.iban)) return { fate: "own", because: "own-transfer" };
  if (line.isReturn && line.amountCents > 0n) return waiting("returned-payment", [], []);
  if (line.isBatch) return { fate: "own", because: "own-batch" };
  if (!line.isReturn) return line.amountCents < 0n ? { fate: "own", because: "payment-out" } : receiptFate(line, register);
  const of = receiptFate(line, register);
  if (of.fate === "posted")
    return { ...of, fate: "suspense", suggested: of.tenancyId, suspects: [of.tenancyId], because: "return" };
  return { ...of, because: "return-unsure" };
}
