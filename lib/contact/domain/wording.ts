/** What must not stand where someone else may read along: an amount, a link, or that it is about debt. */

/** A telephone number with dots (`010-123.45.67`) is no amount. */
const AMOUNT = /€|\beur\b|\beuros?\b|(?<![\d.,]|\d-)(?:\d{1,3}(?:[. ]\d{3})+|\d+)[.,]\d{2}(?!\d|[.,]\d)/i;
const LINK = /https?:|www\.|\b[a-z0-9-]+\.(nl|com|eu|net|org)\b/i;
/** Whole words, so that mevrouw Huurman or de heer Schuldink may get a message. */
const DEBT = new RegExp(
  `\\b(${[
    "(huur)?schuld(en)?",
    "(huur|betalings)?achterstand(en)?",
    "huur",
    "openstaand[e]?",
    "incasso\\w*",
    "deurwaarder\\w*",
    "aanmaning\\w*",
    "ontruim\\w*",
    "betal(en|ing|ingen|ingsregeling)",
    "betaal(d|t|de|den)?",
    "wanbetal\\w*",
    "vordering(en)?",
    "debts?",
    "arrears",
    "overdue",
    "rent",
    "pay(ment|ments)?",
    "evict\\w*",
  ].join("|")})\\b`,
  "i",
);

/** Does the text show an amount of money? */
export const showsAmount = (text: string): boolean => AMOUNT.test(text);
/** Does the text show an amount, a link, or a word of debt: what somebody else who sees it may not learn? */
export const speaksOfDebt = (text: string): boolean => showsAmount(text) || LINK.test(text) || DEBT.test(text);

/** The text without who it is to and from, as they stand in it: a surname that is a word (mevrouw Schuld) says nothing of debt. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .filter((name) => name.trim() !== "")
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, "…"), text);

/** Words that frighten or shame an old person, or their beginnings; none of them is ours to write. Shown to who edits a text. */
export const FRIGHTENING = [
  "aanmaning",
  "boete",
  "deurwaarder",
  "dagvaard",
  "dreig",
  "dwang",
  "gerechtelijk",
  "incasso",
  "laatste kans",
  "laatste waarschuwing",
  "nalatig",
  "ontruim",
  "rechter",
  "schande",
  "schuld",
  "sommatie",
  "sommeren",
  "verplicht",
  "verwijtbaar",
  "wanbetal",
] as const;
/** `schuldhulp` is an offer, not a reproach. */
const OFFER = /^schuldhulp/i;

/** The words of a text that frighten or shame, each once, as they stand there. */
export function frighteningWords(text: string): string[] {
  const found = FRIGHTENING.flatMap((word) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}])${word}[\\p{L}]*`, "giu"))].map(([hit]) => hit),
  );
  return [...new Set(found.map((hit) => hit.toLowerCase()))].filter((hit) => !OFFER.test(hit));
}
