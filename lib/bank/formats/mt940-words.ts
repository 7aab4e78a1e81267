/** Field 86 in words between slashes, as Dutch banks fill it: `/EREF/123//CNTP/NL…/BIC/Name///REMI/USTD//text/`. */
const WORDS =
  "TRTP|RTYP|IBAN|BBAN|BIC|NAME|REMI|EREF|PREF|MARF|CSID|CNTP|RTRN|ORDP|BENM|TRCD|RREF|IREF|PURP|ULTC|ULTD|ULTB|UDTR|UCRD|SVCL|SVLV|ACCW|ADDR|ISDT|CREF|INIT|EXCH|CHGS|CHRG|OCMT|NRTX|BUSP|RCMT";
const WORD = new RegExp(`/(${WORDS})/`, "g");
const FIRST = new RegExp(`^\\s*/(?:${WORDS})/`);
/** A word of which the end stands on the next line. */
const CUT_WORD = /\/[A-Z]{0,4}$/;
const REST_OF_WORD = /^[A-Z]{0,4}\//;
/** Parties of whom the name that follows is not the one who paid. */
const BEHIND = new Set(["ULTC", "ULTD", "ULTB", "UDTR", "UCRD", "INIT"]);
/** Banks break lines after this many signs, some counting the tag of the field. */
const WIDTH = 65;

export const isInWords = (text: string): boolean => FIRST.test(text);

/**
 * Puts broken lines together. A full line was cut wherever it was full, also within a word; a short one was ended on purpose.
 * Where it is unsure there comes a space: a reference is found with spaces in it too, but not glued to a word.
 */
export function joined(lines: readonly string[]): string {
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const widest = Math.max(0, ...lengths);
  const isWrapped = widest >= 40 && lengths.filter((length) => length === widest).length > 1;
  let text = lines[0] ?? "";
  lines.slice(1).forEach((line, index) => {
    const length = lengths[index] ?? 0;
    const isFull = length >= WIDTH || (index === 0 && length === WIDTH - 4) || (isWrapped && length === widest);
    const cutsWord = CUT_WORD.test(text) && REST_OF_WORD.test(line) && FIRST.test(`${CUT_WORD.exec(text)?.[0] ?? ""}${line}`);
    text += isFull || cutsWord || FIRST.test(line) ? line : ` ${line}`;
  });
  return text;
}

/** What each word says, the first time it says something. Names of parties behind the payer are left out. */
export function wordsIn(text: string): Map<string, string> {
  const said = new Map<string, string>();
  const found = [...text.matchAll(WORD)];
  found.forEach((match, index) => {
    const word = match[1] ?? "";
    const before = found[index - 1]?.[1] ?? "";
    // `/REMI/…` may be followed by the slash that begins the next word.
    const value = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length);
    const clean = value.replace(/\/+\s*$/, "").trim();
    // What a payer writes in the text takes nothing back.
    if (word === "RTRN" && said.has("REMI")) return;
    if (clean === "" || said.has(word) || (word === "NAME" && BEHIND.has(before))) return;
    said.set(word, clean);
  });
  return said;
}
