import { type Day, monthOf } from "@/lib/kernel/day";
import { type Cents, least, sum } from "@/lib/kernel/money";
import { type Allocation, allocate, type LaidCharge } from "@/lib/ledger/domain/allocate";
import { compareCharges, type Designation, type Entry, isMonthlyRent } from "@/lib/ledger/domain/entry";
import { type MonthsNamed, monthsIn } from "./months";
import { piecesOf, plainReference } from "./reference";

export type NamingReason = "payment-reference" | "month-named" | "settlement-named" | "instalment";

/** What a receipt turned out to be for: the words that say so, and how much of it is for which charge. */
export interface Naming {
  readonly because: NamingReason;
  readonly words: string;
  readonly parts: readonly { readonly chargeId: string; readonly amount: Cents }[];
}

/** A receipt with what its payer wrote. */
export interface ToldReceipt {
  readonly entryId: string;
  readonly amount: Cents;
  readonly bookedOn: Day;
  readonly text: string;
}

/** An arrangement that may run when a receipt comes in. */
export interface RunningArrangement {
  readonly agreedOn: Day;
  readonly endedOn: Day | null;
  readonly instalments: readonly { readonly ordinal: number; readonly amount: Cents }[];
}

/** A rent account as one looks at it to know what its receipts name. */
export interface NamedAccount {
  readonly entries: readonly Entry[];
  readonly designations: readonly Designation[];
  readonly arrangements: readonly RunningArrangement[];
  /** What settlements are called, by the id of their charge. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** Its payment reference and contract number: digits that say whose it is, never what it is for. */
  readonly own: readonly string[];
}

/** A cheap look: whether a text may name anything at all. Most are let go here. */
const MAY_NAME =
  /(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|o[kc]t|nov|dec)|[0-9]{6}|[0-9]-20[0-9]{2}|20[0-9]{2}-[0-9]|[0-9][/.]20[0-9]{2}|termijn|regeling|aflos|afbetal|afrek|nota|factu/i;
export const mayName = (text: string | null): boolean => text !== null && MAY_NAME.test(text);

const SETTLEMENT =
  /\b(?:eind|jaar|service(?:kosten)?|stook(?:kosten)?)?(?:afrekening|nota)\b(?:\s+(?:service|stook|verwarmings|water)[a-z]*)*(?:\s+(?:over\s+)?(20[0-9]{2}))?/i;
const AGREED =
  /\b(?:(?:betalings|afbetalings)?regeling|afbetaling|aflossing|(?:([1-9][0-9]?)e\s+)?termijn(?:\s+(?:nr\.?\s*)?([1-9][0-9]?)(?![0-9]|\s+(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)))?)\b(?:\s*,?\s*termijn\s+([1-9][0-9]?))?/i;
/** Words of another purpose than a month's rent, or that turn it round. */
const NOT_THE_RENT =
  /\b(?:waarborg[a-z]*|borg(?:som)?|boetes?|deurwaarder|griffie[a-z]*|proceskosten|incassokosten|rente|reparatie|schade|sleutel[a-z]*|niet|behalve|zonder|minus|ipv)\b/i;
/** People round up what they pay. */
const ROUNDING = 1000n;

const openOf = (laid: readonly LaidCharge[]): Cents => sum(laid.map(({ open }) => open));
const chargedOf = (laid: readonly LaidCharge[]): Cents => sum(laid.map(({ charge }) => charge.amount));

/** Lays an amount on what is open of these charges, in their order; null when none is open, or it is more than was ever charged. */
function laidOn(amount: Cents, charges: readonly LaidCharge[]): Naming["parts"] | null {
  if (openOf(charges) === 0n || amount > chargedOf(charges) + ROUNDING) return null;
  let left = amount;
  const parts: { chargeId: string; amount: Cents }[] = [];
  for (const { charge, open } of charges) {
    const part = least(left, open);
    if (part > 0n) parts.push({ chargeId: charge.id, amount: part });
    left = (left - part) as Cents;
  }
  return parts;
}

function byNumber({ text, amount }: ToldReceipt, open: readonly LaidCharge[], own: ReadonlySet<string>): Naming | null {
  const longest = Math.max(0, ...open.map(({ charge }) => plainReference(charge.number).length));
  const found = new Map<string, LaidCharge>();
  let words = "";
  for (const piece of piecesOf(text, longest)) {
    if (own.has(piece.text) || !/[0-9]{3}/.test(piece.text)) continue;
    const called = open.filter(({ charge }) => plainReference(charge.number) === piece.text);
    for (const one of called) found.set(one.charge.id, one);
    if (called.length > 0) words = called[0]?.charge.number ?? piece.text;
  }
  const parts = found.size === 1 ? laidOn(amount, [...found.values()]) : null;
  return parts && { because: "payment-reference", words, parts };
}

function bySettlement({ text, amount }: ToldReceipt, open: readonly LaidCharge[], account: NamedAccount): Naming | null {
  const said = SETTLEMENT.exec(text);
  if (!said) return null;
  const [, year] = said;
  /** A settlement says over which year it is, or falls due in the year after. */
  const isOf = ({ charge }: LaidCharge) => {
    if (year === undefined) return true;
    const called = account.descriptions.get(charge.id)?.match(/20[0-9]{2}/g) ?? [String(Number(charge.dueOn.slice(0, 4)) - 1)];
    return called.includes(year);
  };
  const meant = open.filter((laid) => laid.charge.category === "settlement").filter(isOf);
  const parts = meant.length === 1 ? laidOn(amount, meant) : null;
  return parts && { because: "settlement-named", words: said[0].trim(), parts };
}

/** An instalment is for what the arrangement is about: what was due before it was agreed, oldest first. */
function byInstalment(receipt: ToldReceipt, open: readonly LaidCharge[], account: NamedAccount): Naming | null {
  const said = AGREED.exec(receipt.text);
  const on = receipt.bookedOn;
  const running = account.arrangements.filter((one) => one.agreedOn <= on && (one.endedOn === null || one.endedOn >= on));
  const [only, another] = running;
  if (!said || !only || another) return null;
  const ordinal = Number(said[1] ?? said[2] ?? said[3] ?? 0);
  const meant = only.instalments.filter((one) => ordinal === 0 || one.ordinal === ordinal);
  if (!meant.some((one) => one.amount === receipt.amount)) return null;
  const agreed = open.filter(({ charge }) => charge.dueOn < only.agreedOn).sort((a, b) => compareCharges(a.charge, b.charge, on));
  const parts = laidOn(receipt.amount, agreed);
  return parts && { because: "instalment", words: said[0].trim(), parts };
}

function byMonth({ text, amount }: ToldReceipt, laid: readonly LaidCharge[], { months, words }: MonthsNamed): Naming | null {
  if (NOT_THE_RENT.test(text)) return null;
  const rents = laid.filter(({ charge }) => isMonthlyRent(charge) && months.includes(monthOf(charge.dueOn)));
  const isOpen = (month: string) => rents.some(({ charge, open }) => open > 0n && monthOf(charge.dueOn) === month);
  const parts = months.every(isOpen) ? laidOn(amount, rents) : null;
  return parts && { because: "month-named", words, parts };
}

const placesOf = ({ parts }: Naming): string => parts.map(({ chargeId }) => chargeId).join(" ");

/**
 * What the text of a receipt names among what is open before it: the number of a charge, a settlement, an instalment of the running
 * arrangement, or months of rent. Null when it names nothing, several things, something that is not open, or less than was paid.
 */
export function namedCharges(receipt: ToldReceipt, laid: readonly LaidCharge[], account: NamedAccount): Naming | null {
  const open = laid.filter((one) => one.open > 0n);
  const own = new Set(account.own.map(plainReference));
  const text = { ...receipt, text: receipt.text.replace(/\s+/g, " ") };
  const months = monthsIn(text.text, receipt.bookedOn);
  const settled = SETTLEMENT.test(text.text);
  const agreed = AGREED.test(text.text) && !(months && !/regeling|aflos|afbetal/i.test(text.text));
  // `regeling en huur mei` names two things.
  if ((settled ? 1 : 0) + (agreed ? 1 : 0) + (months && !settled ? 1 : 0) > 1) return null;
  const found = [
    byNumber(text, open, own),
    settled ? bySettlement(text, open, account) : null,
    agreed ? byInstalment(text, open, account) : null,
    months && !settled && !agreed ? byMonth(text, laid, months) : null,
  ].filter((naming) => naming !== null);
  const [first, ...others] = found;
  return first && others.every((other) => placesOf(other) === placesOf(first)) ? first : null;
}

/** What was there when a receipt came in: all of earlier days, and of its own day charges and what stands before it. */
const before = (entries: readonly Entry[], { entryId, bookedOn }: ToldReceipt): Entry[] =>
  entries.filter(
    (one) =>
      one.bookedOn < bookedOn || (one.bookedOn === bookedOn && (one.kind === "charge" || BigInt(one.id) < BigInt(entryId))),
  );

const openness = ({ charges }: Allocation): string =>
  charges
    .map(({ charge, open }) => `${charge.id} ${open}`)
    .sort()
    .join(",");

/**
 * What receipts of one account name, where that lays them elsewhere than the plain order, oldest first, would: each judged by what
 * was open when it came in, with what those before it named.
 */
export function namingsOf(account: NamedAccount, receipts: readonly ToldReceipt[]): Map<string, Naming> {
  const found = new Map<string, Naming>();
  let designations = account.designations;
  const named = new Set(designations.map((one) => one.paymentId));
  const inOrder = [...receipts].sort((a, b) =>
    a.bookedOn === b.bookedOn ? (BigInt(a.entryId) < BigInt(b.entryId) ? -1 : 1) : a.bookedOn < b.bookedOn ? -1 : 1,
  );
  for (const receipt of inOrder) {
    const own = account.entries.find((one) => one.id === receipt.entryId);
    if (!own || named.has(receipt.entryId)) continue;
    const earlier = before(account.entries, receipt);
    const naming = namedCharges(receipt, allocate(earlier, designations, receipt.bookedOn).charges, account);
    if (!naming) continue;
    const kept = naming.parts.map(({ chargeId, amount }) => ({ paymentId: receipt.entryId, chargeId, amount }));
    const [plain, laid] = [designations, [...designations, ...kept]].map((given) =>
      openness(allocate([...earlier, own], given, receipt.bookedOn)),
    );
    if (plain === laid) continue;
    found.set(receipt.entryId, naming);
    designations = [...designations, ...kept];
  }
  return found;
}
