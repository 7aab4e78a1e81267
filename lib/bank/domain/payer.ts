import type { Day } from "@/lib/kernel/day";
import type { BankLine } from "./line";

/** What is known of a tenancy to recognise its payments by. */
export interface Payer {
  readonly tenancyId: number;
  readonly number: string;
  readonly kind: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly reference: string | null;
  readonly ibans: readonly string[];
  /** Gross monthly rent now; null when unknown. */
  readonly rentCents: bigint | null;
  /** Earlier gross rents. */
  readonly earlierRents: readonly bigint[];
  /** What was overdue when the tenancy was last assessed; null: nothing. */
  readonly openCents: bigint | null;
  /** Amounts of instalments of an arrangement that runs. */
  readonly instalments: readonly bigint[];
  /** Last names of tenants and co-tenants, as `plainName` writes them. */
  readonly names: readonly string[];
  /** `plainStreet` of the street; null when unknown. */
  readonly street: string | null;
  readonly houseNumber: string;
  /** House letter and addition, plain. */
  readonly suffix: string;
  /** Without space, lower case. */
  readonly postcode: string | null;
}

/** Whether the tenancy runs on that day. */
export const runsOn = (payer: Payer, day: Day): boolean =>
  payer.startsOn <= day && (payer.endsOn === null || payer.endsOn >= day);

/** Did the tenancy end before the day? */
export const hasEnded = (payer: Payer, day: Day): boolean => payer.endsOn !== null && payer.endsOn < day;

/** Most texts have no accents to take off. */
const PLAIN = /^[\x20-\x7e\n]*$/;

/** Text without accents and signs, in lower case, one space between words. */
export const plainText = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize("NFD").replace(/\p{M}+/gu, ""))
    .toLowerCase()
    .replace(/[^0-9a-z]+/g, " ")
    .trim();

/** Ways in which a Dutch last name is written by its bearer or their bank: whole, and each half of a double name. */
export function namesOf(prefix: string | null, lastName: string): string[] {
  const halves = lastName.split(/\s*-\s*/).map((half) => plainText(half).replace(PREFIXES, ""));
  const whole = plainText(`${prefix ?? ""} ${lastName}`);
  const names = [whole, ...halves].filter((name) => name.length >= SHORTEST_NAME);
  return [...new Set(names)];
}
const SHORTEST_NAME = 3;
const PREFIXES = /^(?:(?:van|de|den|der|het|t|ter|ten|te|el|al|in|op|la|le|du|von) )+/;

const STREETS: readonly (readonly [RegExp, string])[] = [
  [/str$/, "straat"],
  [/ln$/, "laan"],
  [/pln$/, "plein"],
  [/wg$/, "weg"],
  [/sngl$/, "singel"],
];
/** A street as people abbreviate it, in one form without spaces. */
export const plainStreet = (text: string): string => fullStreet(plainText(text).replaceAll(" ", ""));

/** The same for words that are plain already and joined. */
export function fullStreet(joined: string): string {
  const short = STREETS.find(([ending]) => ending.test(joined));
  return short ? joined.replace(short[0], short[1]) : joined;
}

/** What the amount of a line says of this tenancy. */
export type AmountFact =
  | "amount-rent"
  | "amount-open"
  | "amount-instalment"
  | "amount-near"
  | "amount-months"
  | "amount-earlier-rent";
const MOST_MONTHS = 3n;
/** People mistype a cent, or leave the cents out. */
const [CENTS, EURO] = [5n, 100n];

/** Why this amount is one this tenancy would pay; null when nothing explains it. */
export function amountFact(payer: Payer, line: Pick<BankLine, "amountCents">): AmountFact | null {
  const amount = line.amountCents < 0n ? -line.amountCents : line.amountCents;
  const rent = payer.rentCents;
  if (rent === amount) return "amount-rent";
  if (payer.openCents === amount) return "amount-open";
  if (payer.instalments.some((instalment) => instalment === amount || (rent !== null && instalment + rent === amount)))
    return "amount-instalment";
  if (payer.earlierRents.includes(amount)) return "amount-earlier-rent";
  if (rent === null || rent <= 0n) return null;
  if (amount % rent === 0n && amount / rent <= MOST_MONTHS) return "amount-months";
  const off = amount > rent ? amount - rent : rent - amount;
  return off < amount && off <= (amount % EURO === 0n ? EURO : CENTS) ? "amount-near" : null;
}

/** Whether this is more than a tenancy would pay at once; of an unknown rent nobody can say. */
export const isTooMuch = (payer: Payer, amount: bigint, months = MOST_MONTHS): boolean =>
  payer.rentCents !== null && payer.rentCents > 0n && amount > months * payer.rentCents;
