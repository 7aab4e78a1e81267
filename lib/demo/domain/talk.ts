import { addDays, addMonths, type Day, dayNumber, firstDay, monthOf } from "../../kernel/day";
import { promiseOf } from "./behaviour";
import { between } from "./chance";
import type { CaseFile } from "./casefile";
import { bankDayFrom } from "./timeline";
import type { World } from "./world";

/** What comes out of a conversation. */
export type Talk =
  | { readonly kind: "promise"; readonly on: Day; readonly amount: number; readonly incomeDay: boolean; readonly kept: boolean }
  | { readonly kind: "arrangement"; readonly total: number; readonly count: number; readonly startsOn: Day }
  | { readonly kind: "cannot-pay" | "wants-help" | "disputes" | "nothing" }
  | { readonly kind: "already-paid"; readonly found: boolean };

/** Tuned so that the whole of it gives what the article reports; see docs/demo.md. */
export const TALK = {
  shortAsksHelp: 0.34,
  shortArranges: 0.7,
  shortPromises: 0.9,
  promises: 0.88,
  arranges: 0.78,
  asksHelp: 0.08,
  instalmentShare: 0.22,
  instalmentShareShort: 0.14,
};

/** What the household says when somebody has them on the line or at the table. Depends on their months, not on the channel. */
export function talk(world: World, file: CaseFile, open: number): Talk {
  const { home } = file;
  const { chance, today } = world;
  const { temper } = home.household.seat;
  const nth = dayNumber(today);
  const owed = Math.min(home.overdue, open);
  if (owed < 500) return { kind: "already-paid", found: true };
  const rent = Math.max(1, home.rentOn(today));
  const months = owed / rent;
  const state = home.stateOn(today);
  const draw = chance(home.place, "talk", nth);
  if (draw < 0.015) return { kind: "already-paid", found: false };
  if (draw < 0.025 && home.books.some((entry) => entry.category === "settlement")) return { kind: "disputes" };
  const roll = chance(home.place, "talk", nth + 50_000);
  if (temper.late && months < 1.5) return lateOne(world, file, owed);
  if (state.kind === "short" && !home.household.representative) {
    if (roll < TALK.shortAsksHelp) return { kind: roll < TALK.shortAsksHelp / 2 ? "cannot-pay" : "wants-help" };
    if (roll < TALK.shortArranges) return arrangement(world, file, owed, rent * TALK.instalmentShareShort);
    return roll < TALK.shortPromises ? promise(world, file, owed) : { kind: "nothing" };
  }
  if (months <= 1.3) {
    if (roll < TALK.promises) return promise(world, file, owed);
    return roll < TALK.promises + TALK.asksHelp ? { kind: "wants-help" } : { kind: "nothing" };
  }
  if (roll < TALK.arranges) return arrangement(world, file, owed, rent * TALK.instalmentShare);
  return roll < TALK.arranges + 2 * TALK.asksHelp ? { kind: "wants-help" } : { kind: "nothing" };
}

/** Pays when the pension is in, as always. */
function lateOne(world: World, file: CaseFile, owed: number): Talk {
  const { home } = file;
  const payDay = home.household.seat.temper.payDay;
  const month = monthOf(world.today);
  const thisMonth = addDays(firstDay(month), payDay);
  const on = bankDayFrom(thisMonth >= world.today ? thisMonth : addDays(firstDay(addMonths(month, 1)), payDay));
  return on <= addDays(world.today, 31) && mayPromise(file)
    ? { kind: "promise", on, amount: owed, incomeDay: true, kept: true }
    : { kind: "nothing" };
}

function promise(world: World, file: CaseFile, owed: number): Talk {
  const { home } = file;
  if (!mayPromise(file)) return arrangement(world, file, owed, home.rentOn(world.today) * TALK.instalmentShare);
  const { promisedOn, kept } = promiseOf(
    world.chance,
    home.place,
    home.household.seat.temper,
    home.stateOn(world.today),
    world.today,
    dayNumber(world.today),
  );
  return { kind: "promise", on: promisedOn, amount: owed, incomeDay: false, kept };
}

/** No second promise while one runs, none after two broken ones. */
function mayPromise(file: CaseFile): boolean {
  const inCase = file.promises.filter((row) => row.caseId === file.openCase?.id && row.withdrawnOn === null);
  return inCase.length < 2;
}

function arrangement(world: World, file: CaseFile, owed: number, perMonth: number): Talk {
  if (file.arrangements.some((row) => row.endedOn === null)) return { kind: "nothing" };
  const count = Math.min(18, Math.max(2, Math.ceil(owed / Math.max(2_500, perMonth))));
  const { today } = world;
  const wanted = addDays(firstDay(addMonths(monthOf(today), 1)), between(0, 4, world.chance(file.home.place, "arrangement", -1)));
  const pension = addDays(firstDay(monthOf(today)), 24);
  const startsOn = pension > addDays(today, 3) ? pension : wanted > addDays(today, 31) ? addDays(today, 28) : wanted;
  return { kind: "arrangement", total: owed, count, startsOn };
}
