import { cache } from "react";

/** What was read while one page is made; outside of that (acts, jobs, tests) each call has its own, so that nothing is remembered. */
const read = cache(() => new Map<string, Promise<unknown>>());

/** Reads once for the whole of one page, however many parts of it ask: the page so speaks of one moment too. */
export function onceAPage<T>(key: string, work: () => Promise<T>): Promise<T> {
  const known = read();
  const before = known.get(key) as Promise<T> | undefined;
  if (before) return before;
  const now = work();
  known.set(key, now);
  return now;
}
