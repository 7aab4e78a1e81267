import { livingIn } from "../i18n/year";
import type { PartOfDay } from "../kernel/calendar";
import { partOfDay } from "../kernel/calendar";
import type { Day } from "../kernel/day";
import { type Db, isClient, prisma } from "./db";
import { onceAPage } from "./once";
import { amsterdamOf, momentAt } from "./zone";

/** Now, as the database's clock tells it: real time, or its own day and part of the day (demo, tests). */
export interface Now {
  /** Amsterdam calendar date. */
  readonly day: Day;
  readonly part: PartOfDay;
  /** The moment to record. In a database with its own clock it lies on that day. */
  readonly moment: Date;
  readonly own: boolean;
}

/** When something happened that is recorded later. */
export type Happened = Pick<Now, "day" | "part" | "moment">;

const OWN_PART_STARTS = { morning: 9, afternoon: 13.5 } as const;
const OWN_PART_LASTS_MS = 2.5 * 3_600_000;

export async function now(db: Db = prisma()): Promise<Now> {
  const read = await (isClient(db) ? onceAPage("clock", () => readClock(db)) : readClock(db));
  livingIn(read.day.slice(0, 4));
  return read;
}

async function readClock(db: Db): Promise<Now> {
  const own = await db.ownClock.findUnique({ where: { id: 1 } });
  const real = new Date();
  if (!own) {
    const { day: today, minutes } = amsterdamOf(real);
    return { day: today, part: partOfDay(minutes), moment: real, own: false };
  }
  const today = dayOf(own.day);
  const part = own.part as "morning" | "afternoon";
  const hours = OWN_PART_STARTS[part];
  // Real time goes on within the part of the day, so that two acts after one another stay in that order.
  const elapsed = Math.min(Math.max(real.getTime() - own.setAt.getTime(), 0), OWN_PART_LASTS_MS);
  return {
    day: today,
    part,
    moment: new Date(momentAt(today, Math.floor(hours), (hours % 1) * 60).getTime() + elapsed),
    own: true,
  };
}

/** Real time, for what has nothing to do with the office's day: sessions, guessing. */
export const realNow = (): Date => new Date();

/** Prisma and pg hold a calendar date as midnight UTC. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10) as Day;
export const dayOrNull = (date: Date | null): Day | null => (date ? dayOf(date) : null);
export const dateOf = (d: Day): Date => new Date(`${d}T00:00:00Z`);
