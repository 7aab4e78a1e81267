/** A payment reference without the signs with which people and banks cut it up. */
export const plainReference = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, "");

/** Weights of the payment reference's check digit, from the last digit on. */
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[digits.length - 1 - at]) * (WEIGHTS[at % WEIGHTS.length] ?? 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 1 : digit === 11 ? 0 : digit;
}

/**
 * What the digits of a payment reference say of themselves: `valid` and `wrong` by their check digit (16 digits, or 9 to 14
 * with their own length), `none` when that length or form has no check digit.
 */
export function checkOf(reference: string): "valid" | "wrong" | "none" {
  if (!/^[0-9]+$/.test(reference)) return "none";
  const { length } = reference;
  const own = length === 16 || (length >= 9 && length <= 14);
  if (!own) return "none";
  if (Number(reference[0]) !== checkDigit(reference.slice(1))) return "wrong";
  // 9 to 14 digits also tell how many follow: 7, 8, 9, and then 0, 1, 2 for 10, 11, 12.
  return length === 16 || Number(reference[1]) === (length - 2) % 10 ? "valid" : "wrong";
}

const MOST_PIECES = 16;
/** Shorter ones are too easily part of something else to be looked for in free text. */
export const SHORTEST_IN_TEXT = 6;

/** Something that stands in a text, and whether it stood there in one piece. */
export interface Piece {
  readonly text: string;
  readonly whole: boolean;
}

/**
 * Everything in a text that may be a reference or number: whole runs of letters and digits, and neighbours joined, so that
 * `5000 0567.8901 2345` and `kenmerk5000056789012345` are found, and part of a longer number never is.
 */
export function* piecesOf(text: string, longest: number): Generator<Piece> {
  const pieces = text.toUpperCase().match(/[0-9]+|[A-Z]+/g) ?? [];
  for (let from = 0; from < pieces.length; from++) {
    let joined = "";
    for (let to = from; to < Math.min(from + MOST_PIECES, pieces.length); to++) {
      joined += pieces[to];
      if (joined.length > longest) break;
      if (joined.length >= SHORTEST_IN_TEXT) yield { text: joined, whole: to === from };
    }
  }
}

/** Shorter ones differ in one digit from too many. */
const SHORTEST_MISREAD = 14;
const LONGEST_MISREAD = 18;

/**
 * What somebody may have meant who wrote a long number: one digit another, two neighbours swapped, one lost or pressed twice.
 * Few texts hold a number of that length that is nobody's reference.
 */
export function* misreadings(text: string): Generator<string> {
  for (const run of text.replace(/(?<=[0-9])[\s.-]+(?=[0-9])/g, "").match(/[0-9]+/g) ?? []) {
    if (run.length < SHORTEST_MISREAD || run.length > LONGEST_MISREAD) continue;
    for (let at = 0; at <= run.length; at++) {
      const [before, after] = [run.slice(0, at), run.slice(at + 1)];
      for (const digit of "0123456789") yield before + digit + run.slice(at);
      if (at === run.length) continue;
      // A digit too many is one pressed twice: any other makes it a longer number, which is another.
      if (run[at] === run[at + 1]) yield before + after;
      for (const digit of "0123456789") if (digit !== run[at]) yield before + digit + after;
      if (at + 1 < run.length && run[at] !== run[at + 1]) yield before + run[at + 1] + run[at] + run.slice(at + 2);
    }
  }
}
