/** The parts of what stands beside a door, as the national address register splits it. */
export interface HouseNumber {
  readonly number: string;
  readonly letter: string | null;
  readonly addition: string | null;
}

/** One letter by itself; more letters together (`bis`, `hs`, `II`) are an addition. */
const SHAPE = /^0*([1-9]\d{0,4})(?!\d)(?:[\s-]*([A-Za-z])(?![A-Za-z/]))?[\s\-/.,]*(.{0,10})$/;

/**
 * Splits a house number that was written in one field.
 * @example readHouseNumber("47 C") // 47, letter C
 * @example readHouseNumber("100A-2") // 100, letter A, addition 2
 * @example readHouseNumber("12-II") // 12, addition II
 * @returns null when no house number can be read from it.
 */
export function readHouseNumber(text: string): HouseNumber | null {
  const match = SHAPE.exec(text.trim().replace(/\s+/g, " "));
  if (!match) return null;
  const [, number = "", letter, rest = ""] = match;
  const addition = rest.trim();
  if (addition && !/^[\p{L}\d][\p{L}\d\s/-]*$/u.test(addition)) return null;
  return { number, letter: letter ? letter.toUpperCase() : null, addition: addition || null };
}

export interface StreetAddress extends HouseNumber {
  readonly street: string;
}

/**
 * Splits street and house number that were written in one field. The house number is the first number after the street's
 * name; a year that is followed by another number belongs to the name (Plein 1944 12).
 * @example readAddress("1e Pijnackerstraat 5-II") // 1e Pijnackerstraat, 5, addition II
 * @returns null when no house number can be found.
 */
export function readAddress(text: string): StreetAddress | null {
  const plain = text.trim().replace(/\s+/g, " ");
  for (const match of plain.matchAll(/ (?=\d)/g)) {
    const rest = plain.slice(match.index + 1);
    if (/^(?:1[89]|20)\d\d \d/.test(rest)) continue;
    const house = readHouseNumber(rest);
    if (house) return { street: plain.slice(0, match.index).replace(/,$/, ""), ...house };
  }
  return null;
}
