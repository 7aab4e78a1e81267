/** A text message as the network counts it (3GPP TS 23.038, default alphabet). */

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("^{}\\[~]|€");
const ALIKE: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  ĳ: "ij",
  Ĳ: "IJ",
};

const plain = (character: string): string => {
  if (BASIC.has(character) || EXTENDED.has(character)) return character;
  const alike = ALIKE[character];
  if (alike !== undefined) return alike;
  const bare = character.normalize("NFD").replace(/\p{M}/gu, "");
  return [...bare].every((part) => BASIC.has(part)) ? bare : "";
};

/** The text in the network's own alphabet: `Daniël` becomes `Daniel`, a curly quote a straight one; what has no likeness (an emoji) goes. */
export const inGsmAlphabet = (text: string): string => [...text.normalize("NFC")].map(plain).join("");

/** Septets: an extended character such as € counts twice. */
export const gsmLength = (text: string): number =>
  [...text].reduce((length, character) => length + (EXTENDED.has(character) ? 2 : 1), 0);

/** In how many parts the network sends it: 160 in one, 153 in each of several. */
export function gsmParts(text: string): number {
  const length = gsmLength(text);
  return length <= 160 ? 1 : Math.ceil(length / 153);
}
