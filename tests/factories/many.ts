/** How many of a table: a sample with `npm test`, all of it with `npm run bench:faults`. */
export const many = (sample: number, whole: number): number => (process.env.AANBEL_WHOLE ? whole : sample);

/** `count` of them, spread evenly from the first to the last. */
export const spread = <T>(all: readonly T[], count: number): T[] =>
  count >= all.length
    ? [...all]
    : Array.from({ length: count }, (_, nth) => all[Math.floor(((nth + 0.5) * all.length) / count)] as T);
