/** What a spreadsheet makes of a number that is no quantity. */
export type Spoiled = "in-powers" | "as-date";

const POWERS = /^[-+]?\d+(?:[.,]\d+E[-+]?|E[-+])\d{1,3}$/i;
const MONTH = "(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,6}\\.?";
const NAMED = new RegExp(`^(?:\\d{1,2}[-. ]${MONTH}(?:[-. ]\\d{2,4})?|${MONTH}[-. ]\\d{2,4})$`, "i");
const WITH_TIME = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}[T\s]+\d{1,2}:\d{2}/;
const DATE = /^(?:\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{1,2}-\d{1,2})$/;

/** Whether a number or code was written over: `6,00000E+15` for sixteen digits, `3-mrt` for 3-3. */
export const spoiled = (text: string): Spoiled | null =>
  POWERS.test(text) ? "in-powers" : NAMED.test(text) || WITH_TIME.test(text) ? "as-date" : null;

/** The same of what stands beside a door: there a whole date is never what was meant. */
export const spoiledDoor = (text: string): Spoiled | null => spoiled(text) ?? (DATE.test(text) ? "as-date" : null);

/** A spreadsheet keeps fifteen digits and writes noughts for the rest. */
export const maybeRounded = (text: string): boolean => /^[1-9]\d{14}0+$/.test(text);
