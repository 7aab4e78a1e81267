/** The parts of what stands beside a door, as the national address register splits it. */
export interface HouseNumber {
  readonly number: string;
  readonly letter: string | null;
  readonly addition: string | null;
}

/** One letter by itself; more letters together (`bis`, `hs`, `II`) are an addition. */
const SHAPE = /^0*([1-9]\d{0,4})(?!\d)(?:[\s-]*([A-Za-z])(?![A-Za-z/]))?[\s\-/.,]*(.{0,24})$/;
const FLOOR =
  "hoog|etage|verdieping|verd|kamer|kmr|huis|bis|boven|beneden|onder|achter|voor|links|rechts|zwart|rood|wit|appartement|app|unit|woning|flat|box|garage";
/** What may stand beside a number: short, or where in the building it is. */
const ADDITION = new RegExp(`^(?:.{0,10}|(?:[\\p{L}\\d]{1,4}[\\s-]*)?(?:${FLOOR})(?:\\s\\S{1,5})?)$`, "iu");
/** A word that is no addition: the number before it belongs to the street's name. */
const STREET_WORD = new RegExp(`(?:^|[\\s-])(?!(?:${FLOOR})\\b)\\p{L}{3,}`, "iu");

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
  if (addition && !(ADDITION.test(addition) && /^[\p{L}\d][\p{L}\d\s/-]*$/u.test(addition))) return null;
  return { number, letter: letter ? letter.toUpperCase() : null, addition: addition || null };
}

export interface StreetAddress extends HouseNumber {
  readonly street: string;
}

/** A year, or the years of a war, that belong to the name when a number follows: Plein 1944 12, Laan 1940-1945 37, Plein 40-45 3. */
const YEARS = /^(?:(?:1[5-9]|20)\d\d(?:\s?[-/]\s?(?:1[5-9]|20)?\d\d)?|'?40\s?-\s?'?45)(?=\s)/;
/** Two whole years and nothing else: the door itself is not there. */
const ONLY_YEARS = /^(1[5-9]\d\d|20\d\d)\s?-\s?(1[5-9]\d\d|20\d\d)$/;

/**
 * Splits street and house number that were written in one field. The house number is the first number after the street's
 * name; a number before another word and another number belongs to the name (Rivium 2e Straat 59), and so does a year.
 * @example readAddress("1e Pijnackerstraat 5-II") // 1e Pijnackerstraat, 5, addition II
 * @returns null when no house number can be found.
 */
export function readAddress(text: string): StreetAddress | null {
  const plain = text.trim().replace(/\s+/g, " ");
  for (const match of plain.matchAll(/ (?=\d)/g)) {
    const rest = plain.slice(match.index + 1);
    const years = YEARS.exec(rest);
    if (ONLY_YEARS.test(rest)) return null;
    if (years && /\d/.test(rest.slice(years[0].length))) continue;
    const goesOn = /\s\d/.test(rest);
    const house = readHouseNumber(rest);
    if (!house || (goesOn && STREET_WORD.test(house.addition ?? ""))) continue;
    return { street: plain.slice(0, match.index).replace(/,?(?:\snr\.?|\sno\.)?$/i, ""), ...house };
  }
  return null;
}
