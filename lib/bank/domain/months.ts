import { addMonths, type Day, type Month, monthOf, parseMonth } from "@/lib/kernel/day";

/** Months that a text names, and the words with which it does. */
export interface MonthsNamed {
  readonly months: readonly Month[];
  readonly words: string;
}

const NAMES: readonly RegExp[] = [
  /^jan(?:uari)?$/,
  /^feb(?:r|ruari)?$/,
  /^(?:mrt|maart)$/,
  /^apr(?:il)?$/,
  /^mei$/,
  /^juni?$/,
  /^juli?$/,
  /^aug(?:ustus)?$/,
  /^sept?(?:ember)?$/,
  /^o[kc]t(?:ober)?$/,
  /^nov(?:ember)?$/,
  /^dec(?:ember)?$/,
];
/** What may stand before a month without a space between. */
const GLUED = /^(?:huur|huurmaand|maand|termijn)(?=[a-z]{3,})/;
/** After `Jan` a word that is none of these is somebody's name. */
const AFTER_MONTH =
  /^(?:en|huur|maand|betaling|kenmerk|contract|woning|adres|nr|nummer|tm|t|tot|plus|ref|referentie|omschrijving)$/;
const THROUGH = /^(?:t\s*\/\s*m|tm|tot en met|t m)$/;
const MOST_MONTHS = 6;

interface Token {
  readonly text: string;
  readonly at: number;
}
/** A month as it stands there; the year when it says so. */
interface Mention {
  readonly number: number;
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
}

const tokensOf = (text: string): Token[] =>
  [...text.toLowerCase().matchAll(/[a-z]+|[0-9]+|[-/.,+&'’]/g)].map((match) => ({ text: match[0], at: match.index }));

const numberOfMonth = (word: string): number => {
  const bare = word.replace(GLUED, "");
  return 1 + NAMES.findIndex((name) => name.test(word) || name.test(bare));
};
const isYear = (text: string | undefined): boolean => text !== undefined && /^20[0-9]{2}$/.test(text);
const isSign = (token: Token | undefined): boolean => token !== undefined && /^[-/.'’]$/.test(token.text);
const endOf = (token: Token): number => token.at + token.text.length;

/** A year behind a month: `2026`, or `26` and `'26` when that is about now. */
function yearAfter(tokens: readonly Token[], at: number, now: number): { year: number; last: number } | null {
  const last = isSign(tokens[at + 1]) ? at + 2 : at + 1;
  const text = tokens[last]?.text;
  if (isYear(text)) return { year: Number(text), last };
  const short = text !== undefined && /^[0-9]{2}$/.test(text) ? 2000 + Number(text) : 0;
  return Math.abs(short - now) <= 1 ? { year: short, last } : null;
}

/** A month by its name; null when it is part of a date (`26 mei`) or of somebody's name. */
function namedAt(tokens: readonly Token[], at: number, now: number): Mention | null {
  const token = tokens[at] as Token;
  const number = numberOfMonth(token.text);
  if (number === 0) return null;
  const before = tokens[at - 1]?.text;
  if (before !== undefined && /^[0-9]{1,2}$/.test(before)) return null;
  const next = tokens[at + 1]?.text ?? "";
  if (token.text === "jan" && /^[a-z]+$/.test(next) && numberOfMonth(next) === 0 && !AFTER_MONTH.test(next)) return null;
  if (isYear(before)) return { number, year: Number(before), from: tokens[at - 1]?.at ?? token.at, to: endOf(token) };
  const after = yearAfter(tokens, at, now);
  return { number, year: after?.year ?? null, from: token.at, to: endOf(after ? (tokens[after.last] as Token) : token) };
}

/** A month in figures: `05-2026`, `2026-05`; after *huur* or *periode* also `202605`. Never a part of a date. */
function figuredAt(tokens: readonly Token[], at: number): Mention | null {
  const [first, sign, second] = [tokens[at] as Token, tokens[at + 1], tokens[at + 2]];
  if (!/^[0-9]+$/.test(first.text) || (isSign(tokens[at - 1]) && /^[0-9]+$/.test(tokens[at - 2]?.text ?? ""))) return null;
  const [, year, month] = /^(20[0-9]{2})(0[1-9]|1[0-2])$/.exec(first.text) ?? [];
  if (year && month && /^(?:huur|periode|maand)$/.test(tokens[at - 1]?.text ?? ""))
    return { number: Number(month), year: Number(year), from: first.at, to: endOf(first) };
  if (!second || !isSign(sign) || (isSign(tokens[at + 3]) && /^[0-9]+$/.test(tokens[at + 4]?.text ?? ""))) return null;
  const [number, of] = isYear(second.text) ? [first.text, second.text] : [second.text, first.text];
  if (!isYear(of) || !/^(?:0?[1-9]|1[0-2])$/.test(number)) return null;
  return { number: Number(number), year: Number(of), from: first.at, to: endOf(second) };
}

function mentionsIn(text: string, now: number): Mention[] {
  const tokens = tokensOf(text);
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if ((found.at(-1)?.to ?? 0) > (tokens[at]?.at ?? 0)) continue;
    const mention = figuredAt(tokens, at) ?? namedAt(tokens, at, now);
    if (mention) found.push(mention);
  }
  return found;
}

const monthFrom = (year: number, number: number): Month => parseMonth(`${year}-${String(number).padStart(2, "0")}`) as Month;

/** Without a year: the one from ten months before the day up to the month after it. */
function aboutNow(number: number, on: Day): Month {
  const last = addMonths(monthOf(on), 1);
  const same = monthFrom(Number(last.slice(0, 4)), number);
  return same <= last ? same : addMonths(same, -12);
}

/** Each month in full: a year that stands behind the last of several holds for those before it. */
function inFull(mentions: readonly Mention[], on: Day): Month[] {
  const months: Month[] = [];
  let after: Month | null = null;
  for (const { number, year } of mentions.toReversed()) {
    let month: Month = year === null ? aboutNow(number, on) : monthFrom(year, number);
    if (year === null && after !== null) {
      const same = monthFrom(Number(after.slice(0, 4)), number);
      month = same <= after ? same : addMonths(same, -12);
    }
    if (year !== null || after !== null) after = month;
    months.unshift(month);
  }
  return months;
}

/**
 * The months that a payer's text names (`huur mei`, `apr/mei 2026`, `05-2026`, `jan t/m mrt`), each once, oldest first; null when it
 * names none or cannot be read in one way.
 * @param on the day of the payment, about which a month without a year is
 */
export function monthsIn(text: string, on: Day): MonthsNamed | null {
  const mentions = mentionsIn(text, Number(on.slice(0, 4)));
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last) return null;
  const months = inFull(mentions, on);
  const all = new Set(months);
  for (let at = 1; at < mentions.length; at++) {
    const [from, to] = [months[at - 1] as Month, months[at] as Month];
    const between = text
      .slice(mentions[at - 1]?.to, mentions[at]?.from)
      .trim()
      .toLowerCase();
    // `apr-jun` may be two months or three.
    if (between === "-" && to > addMonths(from, 1)) return null;
    if (!THROUGH.test(between)) continue;
    if (to <= from || to > addMonths(from, MOST_MONTHS)) return null;
    for (let month = from; month < to; month = addMonths(month, 1)) all.add(month);
  }
  if (all.size > MOST_MONTHS) return null;
  return { months: [...all].sort(), words: text.slice(first.from, last.to) };
}
