/**
 * Chance without memory: the same seed, place, purpose and number always give the same draw, in whatever order it is
 * asked. So a shock or a habit can never depend on the way of contact, and both years meet the same people.
 */
export type Chance = (place: number, purpose: Purpose, index?: number) => number;

/** What a draw is for. A new purpose goes at the end: its place in the list is part of the draw. */
const PURPOSES = [
  "household",
  "name",
  "initials",
  "origin",
  "age",
  "couple",
  "salutation",
  "phone",
  "number",
  "payment",
  "pay-day",
  "rent",
  "temper",
  "shock",
  "shock-length",
  "shock-share",
  "return-code",
  "self-repair",
  "letter",
  "pick-up",
  "someone-else",
  "dead-number",
  "sms",
  "door",
  "card",
  "visit",
  "visit-help",
  "talk",
  "promise",
  "keeps",
  "arrangement",
  "help",
  "answer",
  "court",
  "averted",
  "turnover",
  "death",
  "vacancy",
  "settlement",
  "settlement-amount",
  "dispute",
  "building",
  "contact",
  "bewind",
  "bank-day",
  "call-back",
  "objection",
  "language",
  "know-before",
  "costs",
  "household-type",
  "wakes",
  "suspense",
  "starts",
  "away",
  "delay",
] as const; // prettier-ignore
export type Purpose = (typeof PURPOSES)[number];

const SALT: Readonly<Record<string, number>> = Object.fromEntries(
  PURPOSES.map((purpose, index) => [purpose, Math.imul(index + 1, 0x9e3779b1)]),
);

/** Murmur3's finaliser: every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Draws in [0, 1) for one seed. */
export function chanceOf(seed: number): Chance {
  const start = mix(seed ^ 0x5bd1e995);
  return (place, purpose, index = 0) => {
    const first = mix(start ^ Math.imul(place + 1, 0x27d4eb2f));
    const second = mix(first ^ (SALT[purpose] ?? 0));
    return (mix(second ^ Math.imul(index + 1, 0x165667b1)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list, by a draw. */
export const pick = <T>(list: readonly T[], draw: number): T => list[Math.floor(draw * list.length)] as T;
/** A whole number from `low` up to and including `high`, by a draw. */
export const between = (low: number, high: number, draw: number): number => low + Math.floor(draw * (high - low + 1));
