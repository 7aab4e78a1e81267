import { type Day, monthOf } from "@/lib/kernel/day";
import type { Said } from "@/lib/ledger/domain/entry";
import { monthsIn } from "./months";
import { piecesOf, plainReference } from "./reference";

export type DesignationReason = "payment-reference" | "month-named" | "settlement-named" | "instalment" | "collection";

/** What a text says a receipt is for, with the words that say so. What it comes to follows from what is booked (`names`). */
export interface ReadDesignation {
  readonly because: DesignationReason;
  readonly words: string;
  readonly said: Said;
}

/** What of an account helps to read a text. */
export interface NamedAccount {
  /** Its payment reference and contract number: digits that say whose it is, never what it is for. */
  readonly own: readonly string[];
  /** Numbers of its charges that may stand in the text. */
  readonly numbers: readonly string[];
}

/** A cheap look: whether a text may name anything at all. Most are let go here. */
const MAY_NAME =
  /(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|o[kc]t|nov|dec)|[0-9]{6}|[0-9]-20[0-9]{2}|20[0-9]{2}-[0-9]|[0-9][/.]20[0-9]{2}|termijn|regeling|aflos|afbetal|afrek|nota|factu/i;
/** Is the text worth reading for a purpose? A quick look that never says no to one that names something. */
export const mayName = (text: string | null): boolean => text !== null && MAY_NAME.test(text);

const SETTLEMENT =
  /\b(?:eind|jaar|service(?:kosten)?|stook(?:kosten)?)?(?:afrekening|nota)\b(?:\s+(?:service|stook|verwarmings|water)[a-z]*)*(?:\s+(?:over\s+)?(20[0-9]{2}))?/i;
const AGREED =
  /\b(?:(?:betalings|afbetalings)?regeling|afbetaling|aflossing|(?:[1-9][0-9]?e\s+)?termijn(?:\s+(?:nr\.?\s*)?[1-9][0-9]?(?![0-9]|\s+(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)))?)\b(?:\s*,?\s*termijn\s+[1-9][0-9]?)?/i;
const COLLECTED = /\b(?:automatische\s+)?incasso\b/i;
/** Words of another purpose than a month's rent, or that turn it round. */
const NOT_THE_RENT =
  /\b(?:waarborg[a-z]*|borg(?:som)?|boetes?|deurwaarder|griffie[a-z]*|proceskosten|incassokosten|rente|reparatie|schade|sleutel[a-z]*|niet|behalve|zonder|minus|ipv)\b/i;

function byNumber(text: string, { own, numbers }: NamedAccount): ReadDesignation | null {
  if (numbers.length === 0) return null;
  const ours = new Set(own.map(plainReference));
  const called = new Map(numbers.map((number) => [plainReference(number), number]));
  const found = new Set<string>();
  for (const piece of piecesOf(text, Math.max(...[...called.keys()].map((one) => one.length)))) {
    const number = called.get(piece.text);
    if (number !== undefined && !ours.has(piece.text)) found.add(number);
  }
  const [number, another] = [...found];
  if (number === undefined || another !== undefined) return null;
  return { because: "payment-reference", words: number, said: { kind: "numbers", numbers: [number], awaited: false } };
}

/**
 * What the text of a receipt names: the number of a charge, a settlement, an instalment, or months of rent. Null when it names nothing,
 * several things, or turns it round. Only the text is read: nothing here depends on what is open or booked.
 * @param on the booking day, about which a month without a year is
 */
export function readDesignation(told: string, on: Day, account: NamedAccount): ReadDesignation | null {
  const text = told.replace(/\s+/g, " ");
  const months = monthsIn(text, on);
  const settled = SETTLEMENT.exec(text);
  const agreed = AGREED.exec(text);
  const isAgreed = agreed !== null && !(months && !/regeling|aflos|afbetal/i.test(text));
  // `regeling en huur mei` names two things.
  if ((settled ? 1 : 0) + (isAgreed ? 1 : 0) + (months && !settled ? 1 : 0) > 1) return null;
  const number = byNumber(text, account);
  const other = otherIn(text, { settled, agreed: isAgreed ? agreed : null, months });
  return number === null ? other : other === null || other.because === "settlement-named" ? number : null;
}

interface Found {
  readonly settled: RegExpExecArray | null;
  readonly agreed: RegExpExecArray | null;
  readonly months: ReturnType<typeof monthsIn>;
}

function otherIn(text: string, { settled, agreed, months }: Found): ReadDesignation | null {
  if (settled) {
    const said = { kind: "settlement", year: settled[1] === undefined ? null : Number(settled[1]) } as const;
    return { because: "settlement-named", words: settled[0].trim(), said };
  }
  if (agreed) return { because: "instalment", words: agreed[0].trim(), said: { kind: "instalment" } };
  if (!months || NOT_THE_RENT.test(text)) return null;
  const [only, another] = months.months;
  if (only !== undefined && another === undefined && COLLECTED.test(text))
    return { because: "collection", words: months.words, said: { kind: "collection", month: only } };
  return { because: "month-named", words: months.words, said: { kind: "months", months: months.months } };
}

/** The last month a receipt can reach into by what it names; 9999-12 where that is not known. */
export function reachOf(said: Said, on: Day): string {
  if (said.kind === "months") return [...said.months].sort().at(-1) ?? monthOf(on);
  if (said.kind === "collection") return said.month;
  return said.kind === "instalment" ? "0000-00" : "9999-12";
}
