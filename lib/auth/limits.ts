import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Entry } from "./permissions";

/** So many times per so many seconds, for one person. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/** What costs the machine, or carries much away at once. Nobody who works gets near it. */
const SEARCHING: Limit = { most: 60, seconds: 60 };
const CARRYING: Limit = { most: 60, seconds: 600 };
const LISTS: Limit = { most: 60, seconds: 60 };
const BRINGING: Limit = { most: 120, seconds: 600 };
export const LIMITS: Readonly<Partial<Record<Entry, Limit>>> = {
  "action:queue.search": SEARCHING,
  "action:privacy.exportPerson": { most: 20, seconds: 3600 },
  "action:contact.tryGateway": { most: 10, seconds: 3600 },
  "action:health.tryMail": { most: 10, seconds: 3600 },
  "action:rehearsals.ask": { most: 20, seconds: 3600 },
  "action:intake.offer": BRINGING,
  "route:/bestanden/[id]/regels": CARRYING,
  "route:/brieven/[printId]": CARRYING,
  "route:/brieven/alle": CARRYING,
  "route:/kaartjes": CARRYING,
  "route:/api/veld/dag": CARRYING,
  "route:/api/concepten": { most: 600, seconds: 60 },
  "page:/resultaten": LISTS,
  "page:/resultaten/aedes": LISTS,
  "page:/resultaten/lijst": LISTS,
  "page:/inzage": LISTS,
  "page:/inzage/termijnen": LISTS,
};

/** Counts lie in this process: two web servers allow twice as much, and a restart begins anew. */
const counters = new Map<Entry, RateLimiterMemory>();

function counterOf(entry: Entry, { most, seconds }: Limit): RateLimiterMemory {
  const known = counters.get(entry);
  if (known) return known;
  const made = new RateLimiterMemory({ points: most, duration: seconds });
  counters.set(entry, made);
  return made;
}

/** Counts one more time of this by somebody. Null when they may go on, else after how many seconds they may. */
export async function tooOften(staffId: number | null, entry: Entry): Promise<number | null> {
  const limit = LIMITS[entry];
  if (!limit || staffId === null) return null;
  const counted = await counterOf(entry, limit)
    .consume(staffId)
    .then(
      () => null,
      (rest: { msBeforeNext?: number }) => rest.msBeforeNext ?? 1000,
    );
  return counted === null ? null : Math.max(1, Math.ceil(counted / 1000));
}
