import { isPrefix } from "./capitals";

/** `C.V.` and the like are also somebody's initials: only behind a name, and not before a prefix or a comma, do they make a firm. */
const LEGAL = /^(?:b\.?v|n\.?v|c\.?v)\.?$/iu;
const SURELY = /^(?:v\.?o\.?f\.?|vve)$/iu;
const TRADE =
  /^(?:stichting|vereniging|gemeente|maatschap|kapsalon|restaurant|winkel|praktijk|\p{L}*kantoor|\p{L}*advocaten|bewind\p{L}*|zorggroep)$/iu;
const SPOKEN_TO = /^(?:dhr|heer|hr|mw|mevr|mevrouw|mej|mejuffrouw|fam|familie)\.?$/iu;
const INITIALS = /^(?:\p{Lu}\p{Ll}{0,2}\.-?)+$|^\p{Lu}$/u;

/** Whether a name is that of a firm. A surname that is a word of trade (`P. van de Winkel`) is a person's. */
export function isFirm(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.some((word) => SURELY.test(word))) return true;
  const legal = words.findIndex((word, at) => at > 0 && LEGAL.test(word) && !words[at - 1]?.endsWith(","));
  const after = words[legal + 1];
  if (legal > 0 && !(after && isPrefix(after)) && !words.slice(0, legal).every(isPrefix)) return true;
  if (/^[bnc]v$/iu.test(words[0] ?? "") && words.length > 1) return true;
  if (!words.some((word) => TRADE.test(word))) return false;
  const own = words.filter((word, at) => !isPrefix(word) && !INITIALS.test(word) && !(at === 0 && SPOKEN_TO.test(word)));
  const first = words[0] ?? "";
  return own.length > 1 || (!INITIALS.test(first) && !SPOKEN_TO.test(first) && !(isPrefix(first) && /^\p{Ll}/u.test(first)));
}
