/** A text message as the network counts it (3GPP TS 23.038, default alphabet). */

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("^{}\\[~]|€");
const LIKE = [
  ["'", "’‘`´′ʼʻʹ‛‚"],
  ['"', "“”„‟″«»"],
  ["-", "–—‑‐‒−"],
  [" ", "\u00a0\u2007\u2009\u202f\t"],
  ["...", "…"],
  // Letters with a stroke or of a language of their own are no letter with a mark that can be taken off.
  ...["L Ł", "l ł", "D ĐÐ", "d đð", "H Ħ", "h ħ", "T Ŧ", "t ŧ", "N Ŋ", "n ŋ", "i ı", "k ĸ", "E Ə", "e ə"].map((pair) =>
    pair.split(" "),
  ),
  ...["Th Þ", "th þ", "OE Œ", "oe œ", "SS ẞ", "ij ĳ", "IJ Ĳ", "'n ŉ", "fi ﬁ", "fl ﬂ"].map((pair) => pair.split(" ")),
];
const ALIKE = new Map(LIKE.flatMap(([alike = "", letters = ""]) => [...letters].map((letter) => [letter, alike] as const)));

const plain = (character: string): string => {
  if (BASIC.has(character) || EXTENDED.has(character)) return character;
  const alike = ALIKE.get(character);
  if (alike !== undefined) return alike;
  const bare = [...character.normalize("NFD").replace(/\p{M}/gu, "")].map((part) => ALIKE.get(part) ?? part).join("");
  return [...bare].every((part) => BASIC.has(part)) ? bare : "";
};

/** The text in the network's own alphabet: `Łukaszewski` becomes `Lukaszewski`, a curly quote a straight one; what has no likeness (an emoji) goes. */
export const inGsmAlphabet = (text: string): string => [...text.normalize("NFC")].map(plain).join("");

/** Whether a letter of it would go: of a name that is no likeness any more. */
export const losesLetters = (text: string): boolean =>
  [...text.normalize("NFC")].some((character) => /[\p{L}\p{N}]/u.test(character) && plain(character) === "");

/** Septets: an extended character such as € counts twice. */
export const gsmLength = (text: string): number =>
  [...text].reduce((length, character) => length + (EXTENDED.has(character) ? 2 : 1), 0);

/** In how many parts the network sends it: 160 in one, 153 in each of several. */
export function gsmParts(text: string): number {
  const length = gsmLength(text);
  return length <= 160 ? 1 : Math.ceil(length / 153);
}
