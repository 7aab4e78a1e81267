import { monthOf } from "@/lib/kernel/day";
import { type Evidence, type Fact, has, NAMING, REFERENCES } from "./evidence";
import { monthsIn } from "./months";
import { hasEnded, isTooMuch, type Payer } from "./payer";
import type { Received } from "./register";
import type { Said } from "./words";

/** What is known of a line beside who it may be for. */
export interface Circumstances {
  readonly line: Pick<Received, "amountCents" | "bookedOn" | "remittance">;
  readonly said: Said;
  /** The account pays for several households. */
  readonly isCollective: boolean;
  /** Whether the text calls another tenant by name. */
  readonly callsOthers: (payer: Payer) => boolean;
}

const EXACT: readonly Fact[] = ["amount-rent", "amount-open", "amount-instalment"];
const NEARLY: readonly Fact[] = [...EXACT, "amount-near"];
const FITS: readonly Fact[] = [...NEARLY, "amount-months", "amount-earlier-rent"];
const PLACES: readonly Fact[] = ["address", "number"];
const ACCOUNTS: readonly Fact[] = ["iban", "iban-shared"];
/** To the cent; beside nobody who would pay it to the cent, a euro off is as good. */
export const isExact = ({ facts }: Evidence): boolean => has(facts, EXACT);
const isNearly = ({ facts }: Evidence): boolean => has(facts, NEARLY);
/** With a reference people pay up to a year at once. */
const YEAR = 12n;

/** Whether the account says little of whose rent it is: somebody pays who pays for many, or who says it is for another. */
const isImpersonal = ({ said, isCollective }: Circumstances, payer: Payer): boolean =>
  isCollective || said.isForAnother || said.isByOrganisation(payer);

/** What the account says, beside its amount, the name of its holder and the words. */
function accountSpeaks(first: Evidence, given: Circumstances): boolean {
  const { payer, facts } = first;
  const { said } = given;
  const named = said.names(payer) || has(facts, PLACES);
  if (isImpersonal(given, payer)) return named && (has(facts, FITS) || (has(facts, PLACES) && said.names(payer)));
  const own = isOwn(payer, said);
  if (facts.has("iban-shared") && !isNearly(first)) return own && has(facts, PLACES);
  if (given.callsOthers(payer)) return false;
  if (!own) return isNearly(first) && (named || !said.holdsOther(payer));
  if (isExact(first)) return true;
  if (has(facts, FITS)) return !said.holdsOther(payer);
  return said.isPartOrMore && said.isPlain(payer);
}

/** Whether the tenant pays, as far as is known. */
const isOwn = (payer: Payer, said: Said): boolean => said.isPaidBy(payer) || payer.names.length === 0 || !said.hasPayer;

/** An address or contract number, with the tenant's own name or an amount they would pay. */
function placeSpeaks(first: Evidence, { said }: Circumstances): boolean {
  const { payer } = first;
  return isNearly(first) || (said.isPaidBy(payer) && !said.isByOrganisation(payer) && said.isPlain(payer));
}

/** Who moved out pays a debt of before that: all that is open, or a month that the text names. */
function isOfBefore({ payer, facts }: Evidence, { line }: Circumstances): boolean {
  if (!hasEnded(payer, line.bookedOn) || facts.has("amount-open")) return true;
  const last = payer.endsOn === null ? null : monthOf(payer.endsOn);
  const named = monthsIn(line.remittance ?? "", line.bookedOn);
  return named !== null && last !== null && named.months.every((month) => month <= last);
}

/** Whether this alone is enough, if nothing points elsewhere. */
function speaks(first: Evidence, given: Circumstances): boolean {
  const { payer, facts } = first;
  const { said, line } = given;
  const amount = line.amountCents < 0n ? -line.amountCents : line.amountCents;
  if (!isNearly(first) && isTooMuch(payer, amount, facts.has("reference") ? YEAR : undefined)) return false;
  if (facts.has("decided")) return has(facts, FITS) || (!isImpersonal(given, payer) && !said.holdsNumber);
  const refers = has(facts, REFERENCES);
  if (said.isOtherMoney(payer) && !(refers && isNearly(first))) return false;
  // Somebody else who pays a strange amount may have mistyped a reference into another.
  if (has(facts, ["reference", "reference-check"]))
    return (
      has(facts, FITS) || isOwn(payer, said) || said.names(payer) || said.isPartOrMore || has(facts, [...ACCOUNTS, ...PLACES])
    );
  if (!isOfBefore(first, given)) return false;
  if (facts.has("reference-short") && isNearly(first)) return true;
  if (has(facts, ACCOUNTS) && accountSpeaks(first, given)) return true;
  if (has(facts, PLACES) && placeSpeaks(first, given)) return true;
  return facts.has("reference-near") && facts.has("name") && isNearly(first);
}

const lacks = (first: Evidence, other: Evidence, facts: Iterable<Fact>): boolean =>
  [...facts].some((fact) => other.facts.has(fact) && !first.facts.has(fact));

/** Whether an ended tenancy has a say beside one that runs, or the other way round. */
function endedRival(first: Evidence, other: Evidence, { line }: Circumstances): boolean | null {
  const [firstEnded, otherEnded] = [first, other].map(({ payer }) => hasEnded(payer, line.bookedOn));
  if (firstEnded === otherEnded) return null;
  if (firstEnded) return has(other.facts, [...NAMING, "name"]);
  return other.facts.has("reference") || (has(other.facts, ACCOUNTS) && isExact(other) && !isExact(first));
}

/** Beside a reference: somebody else is named as well, and the amount does not say which. */
function referenceRival(first: Evidence, other: Evidence): boolean {
  if (lacks(first, other, REFERENCES)) return true;
  const fits = isExact(first) || (isNearly(first) && !isExact(other));
  if (first.facts.has("reference") && fits) return has(other.facts, PLACES) && isNearly(other) && !has(first.facts, PLACES);
  const account = has(other.facts, ACCOUNTS) && !has(first.facts, ACCOUNTS);
  if (account || has(other.facts, ["decided", ...PLACES])) return true;
  const itself = first.facts.has("name") && has(first.facts, ACCOUNTS);
  return !itself && other.facts.has("name") && isExact(other) && !isExact(first);
}

/** Whether something points to this other tenancy as well as, or better than, to the first: then a person looks. */
function isRival(first: Evidence, other: Evidence, given: Circumstances): boolean {
  const ended = endedRival(first, other, given);
  if (ended !== null) return ended;
  const { said } = given;
  if (has(first.facts, ["reference", "reference-check"])) return referenceRival(first, other);
  if (lacks(first, other, [...REFERENCES, "reference-near", "decided", ...PLACES])) return true;
  // Two homes are named: only the amount can say for which.
  if (has(other.facts, PLACES) && (isExact(other) || !isExact(first))) return true;
  const account = has(other.facts, ACCOUNTS);
  if (account && !has(first.facts, ACCOUNTS)) return true;
  const pointed = has(first.facts, PLACES) || (said.names(first.payer) && !said.names(other.payer));
  if (account && isExact(other)) return !isExact(first) || !pointed;
  if (other.facts.has("address-part") && !has(first.facts, ["address", "address-part"])) return true;
  if (!other.facts.has("name")) return false;
  const inText = said.names(other.payer);
  if (inText && !said.names(first.payer)) return true;
  if (has(other.facts, FITS) && !first.facts.has("name")) return true;
  if (!isExact(other)) return false;
  if (!isExact(first)) return true;
  return !pointed && (inText || isImpersonal(given, first.payer));
}

/** Whether a line is certainly for the first of those it may be for: enough speaks for it, and nothing for another. */
export const isCertain = (first: Evidence, others: readonly Evidence[], given: Circumstances): boolean =>
  speaks(first, given) && !others.some((other) => isRival(first, other, given));
