import { isCertain, isExact } from "./certain";
import { type Evidence, type Fact, Gathering, has, NAMING, REFERENCES, referenceFact } from "./evidence";
import { hasEnded, runsOn } from "./payer";
import { plainReference } from "./reference";
import type { Named, Received, Register } from "./register";
import { together } from "./together";

/** A tenancy a waiting line may be for and what speaks for it; `cents` when the line pays for several together. */
export interface Suggestion {
  readonly tenancyId: number;
  readonly facts: readonly Fact[];
  readonly cents?: number;
}

/** Where a line belongs and why. `suspense` waits for a person, `own` is not a tenant's money. */
export type Disposition =
  | {
      readonly disposition: "posted";
      readonly tenancyId: number;
      readonly because: "reference" | "iban" | "facts";
      /** What together made it certain; empty when the reason says it all. */
      readonly suggestions: readonly Suggestion[];
    }
  | {
      readonly disposition: "suspense";
      readonly suggested: number | null;
      readonly because: SuspenseReason;
      /** Likeliest first. */
      readonly suggestions: readonly Suggestion[];
      /** Those it may well be for: they are not asked for this money meanwhile. */
      readonly suspects: readonly number[];
    }
  | { readonly disposition: "own"; readonly because: "own-batch" | "own-transfer" | "payment-out" };
type Waiting = Extract<Disposition, { disposition: "suspense" }>;
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
  | "returned-payment"
  | "refund";

const MOST_SUGGESTED = 5;

const suggestionOf = ({ payer, facts }: Evidence): Suggestion => ({ tenancyId: payer.tenancyId, facts: [...facts] });

/** The likeliest of several: what weighs most, whom the text names with their rent, then a home that is lived in. */
function ranked(found: readonly Evidence[], line: Received, gathering: Gathering): Evidence[] {
  const lived = ({ payer }: Evidence) => (runsOn(payer, line.bookedOn) && payer.kind !== "parking" ? 0 : 1);
  const weight = (one: Evidence) => one.weight + (gathering.said.names(one.payer) && isExact(one) ? NAMED_WITH_RENT : 0);
  return [...found].sort((a, b) => weight(b) - weight(a) || lived(a) - lived(b) || a.payer.tenancyId - b.payer.tenancyId);
}
const NAMED_WITH_RENT = 4;

/** More than a hint. */
const STRONG = 3;

function reasonFor(found: readonly Evidence[], gathering: Gathering): SuspenseReason {
  const [first] = found;
  if (!first) return "unknown-payer";
  if (gathering.references.length > 1) return "several-references";
  if (found.length > 1 && found.every(({ facts }) => facts.has("iban-shared"))) return "several-for-iban";
  if (found.length > 1 && first.weight >= STRONG) return "points-elsewhere";
  if (first.facts.has("number")) return "contract-number";
  return "weak";
}

const becauseOf = ({ facts }: Evidence): "reference" | "iban" | "facts" =>
  has(facts, ["reference", "reference-check"]) ? "reference" : facts.has("iban") ? "iban" : "facts";

/** Several tenancies with one and the same reference: the account or the amount says which. */
const shareReference = (found: readonly Evidence[]): boolean =>
  new Set(found.map(({ payer }) => plainReference(payer.reference ?? ""))).size === 1;

/** One sure reference with the rent of its tenancy says it all, when there is no text that may say otherwise: most lines end here. */
function plainly({ remittance, amountCents, bookedOn }: Received, [only, another]: readonly Named[]): Named | null {
  if (!only || another || referenceFact(only) !== "reference" || hasEnded(only.payer, bookedOn)) return null;
  const alone = remittance === null || plainReference(remittance) === only.key;
  return alone && only.payer.rentCents === amountCents ? only : null;
}

function receiptDisposition(line: Received, register: Register): Exclude<Disposition, { disposition: "own" }> {
  const references = register.referred(line);
  const only = plainly(line, references);
  if (only) return { disposition: "posted", tenancyId: only.payer.tenancyId, because: "reference", suggestions: [] };
  const gathering = new Gathering(line, register, references);
  const found = ranked(gathering.weighed(), line, gathering);
  const [first, ...others] = found;
  const apart = references.length < 2 || shareReference(found.filter(({ facts }) => has(facts, REFERENCES)));
  if (first && apart && isCertain(first, others, gathering)) {
    const because = becauseOf(first);
    const suggestions = because === "facts" ? [suggestionOf(first)] : [];
    return { disposition: "posted", tenancyId: first.payer.tenancyId, because, suggestions };
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
  return { disposition: "suspense", suggested: suspects[0] ?? null, because, suggestions, suspects };
}

/** Everyone something speaks for, likeliest first. */
function lookAt(line: Received, register: Register): Evidence[] {
  const gathering = new Gathering(line, register, register.referred(line));
  return ranked(gathering.weighed(), line, gathering);
}

/** A payment of ours to a tenant's account, or with their reference: what it gives back is a person's to say. */
function paymentOut(line: Received, register: Register): Disposition {
  const found = lookAt(line, register).filter(({ facts }) => has(facts, REFUNDED));
  return found.length > 0
    ? waiting("refund", found, found.slice(0, MOST_SUGGESTED).map(suggestionOf))
    : { disposition: "own", because: "payment-out" };
}
const REFUNDED: readonly Fact[] = ["iban", "reference", "reference-check"];

/** A return waits until the payment it takes back is found: that has this amount, so whose account it is says enough. */
function returnDisposition(line: Received, register: Register): Disposition {
  const of = receiptDisposition(line, register);
  if (of.disposition === "posted")
    return { ...of, disposition: "suspense", suggested: of.tenancyId, suspects: [of.tenancyId], because: "return" };
  const [first, ...others] = lookAt(line, register);
  const sole = first && has(first.facts, REFUNDED) && !others.some(({ facts }) => has(facts, [...NAMING]));
  return { ...of, because: sole ? "return" : "return-unsure" };
}

/**
 * What becomes of a bank line. Certain is posted; several or weak waits with a suggestion; nothing is ever guessed.
 * A return waits until the payment it takes back is found.
 */
export function match(line: Received, register: Register): Disposition {
  if (register.isOwn(line.iban)) return { disposition: "own", because: "own-transfer" };
  if (line.isReturn && line.amountCents > 0n) {
    const found = lookAt(line, register).slice(0, MOST_SUGGESTED);
    return { ...waiting("returned-payment", found, found.map(suggestionOf)), suggested: null, suspects: [] };
  }
  if (line.isBatch) return { disposition: "own", because: "own-batch" };
  if (line.isReturn) return returnDisposition(line, register);
  return line.amountCents < 0n ? paymentOut(line, register) : receiptDisposition(line, register);
}
