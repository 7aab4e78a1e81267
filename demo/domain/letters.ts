import { addWorkingDays } from "@/lib/kernel/calendar";
import { addDays, type Day, dayNumber } from "@/lib/kernel/day";
import { payOff } from "./account";
import { payDelay } from "./behaviour";
import { daysSince, type Home } from "./home";
import { bankDayFrom } from "./timeline";
import type { World } from "./world";

/** The old way: a reminder two weeks after the due day, then a second and a last letter, four weeks apart. Nobody calls. */
const LETTERS_APART_DAYS = 28;
const FIRST_LETTER_DAYS = 14;
/** Chance that an average household does something after the first, second and last letter. */
const ANSWERS = [0.52, 0.42, 0.36] as const;
/** After the last letter the same letter again, every eight weeks, as long as it is not a matter for the court. */
const AGAIN_AFTER_DAYS = 56;

/** The letters of one Monday for one tenancy. @returns whether a letter went out */
export function letterRound(world: World, home: Home, today: Day): boolean {
  const rent = home.rentOn(today);
  if (home.overdue < rent / 2) {
    if (home.overdue === 0) home.lettersSent = 0;
    return false;
  }
  if (home.law !== null || home.repays > 0 || home.household.representative) return false;
  if (home.oldestOpenDue === null || daysSince(today, home.oldestOpenDue) < FIRST_LETTER_DAYS) return false;
  const apart = home.lettersSent < 3 ? LETTERS_APART_DAYS : AGAIN_AFTER_DAYS;
  if (home.lettersSent > 0 && dayNumber(today) - home.lastLetterOn < apart) return false;
  const nth = home.lettersSent++;
  home.lastLetterOn = dayNumber(today);
  reactToPaper(world, home, today, ANSWERS[Math.min(nth, 2)] ?? 0, Number(today.slice(5, 7)) * 8 + nth);
  return true;
}

/** What a household does with a letter: lay it aside, pay, or pay extra every month. */
export function reactToPaper(world: World, home: Home, today: Day, answers: number, nth: number): void {
  const { temper } = home.household.seat;
  const short = home.stateOn(today).kind === "short";
  if (world.chance(home.place, "letter", nth) >= answers * (1.15 - temper.closed) * (short ? 0.3 : 1)) return;
  const rent = home.rentOn(today);
  const on = bankDayFrom(addWorkingDays(addDays(today, 1), payDelay(world.chance, home.place, nth) + 1));
  if (home.overdue <= rent * 1.3 && !short) world.agenda.at(on, () => payOff(world, home, on, home.overdue));
  else home.repays = Math.round((rent * (short ? 0.15 : 0.4)) / 500) * 500;
}
