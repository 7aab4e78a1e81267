/** Signs that stand inside no word of Windows-1252, but are letters in the code pages of DOS and old Macs. */
const SIGN =
  "[\u201a\u0192\u201e\u2020\u2021\u02c6\u2030\u2039\u2022\u02dc\u2122\u203a\u00a1-\u00a9\u00ab\u00ac\u00ae\u00af\u00b1\u00b5\u00b6\u00b8\u00bb-\u00bf\u00d7\u00f7]";
const OTHER_PAGE = new RegExp(
  `\\p{L}(?:${SIGN}|[\u201c\u201d])\\p{L}|\\p{L}[\u201a\u0192\u201e\u02c6\u2030]|(?<!\\p{L})\u2122\\p{L}|\u20ac\\p{Ll}{3}|\\p{Ll}[\u0160\u017d\u0178\u0152]|\\p{Lu}\u0178\\p{Ll}`,
  "u",
);
/** Where text that was read as Windows-1252 is surely something else; -1 when nothing says so. */
export const otherCodePage = (text: string): number => text.search(OTHER_PAGE);

/** The letters that continue UTF-8, as Windows-1252 shows them. */
const GOES_ON =
  "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]";
/** `Ã«` for ë, `Ä±` for ı, `â€™` for an apostrophe: UTF-8 that was once taken for something else. */
const TWICE = new RegExp(
  `\u00c3${GOES_ON}|[\u00c2\u00c4\u00c5](?![\u2018-\u201d\u2013\u2014])${GOES_ON}|\u00e2[\u20ac\u0080][\u0080-\u024f\u2000-\u2122]`,
  "u",
);
/** A letter that was lost on the way: `Dani?l`, or the sign for it. */
const LOST = /\ufffd|\p{L}\?\p{L}|\p{L}\?(?=[\s,]|$)|(?<![^\s,.])\?\p{L}/u;
/** No sign of a name: what another code page wrote where a letter stood. */
const NO_NAME = new RegExp(
  `${SIGN}\\p{L}|\\p{L}(?![\u00a9\u00ae\u2122])${SIGN}|\u20ac\\p{L}|\\p{L}[\u201c\u201d]\\p{L}|\\p{Ll}[\u0160\u017d\u0178\u0152]|\\p{Ll}\u2018\\p{Ll}`,
  "u",
);

/** Whether letters of a name or address were lost or changed on the way to us. */
export const hasBrokenLetters = (text: string): boolean => TWICE.test(text) || LOST.test(text) || NO_NAME.test(text);
