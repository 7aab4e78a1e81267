import { addDays, addMonths, type Day, dayNumber, firstDay, monthOf } from "@/lib/kernel/day";
import { promiseOf } from "./behaviour";
import type { Script } from "./cast";
import { between, type Chance } from "./chance";
import type { MonthState, TalkKind, Temper } from "./temper";
import { bankDayFrom } from "./timeline";

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
  promises: 0.64,
  arrangesSmall: 0.8,
  arranges: 0.78,
  asksHelp: 0.08,
  instalmentShare: 0.176,
  instalmentShareShort: 0.136,
  instalmentShareSmall: 0.2208,
};

/** Who speaks, and how they stand on that day. */
export interface Speaker {
  readonly place: number;
  readonly temper: Temper;
  readonly state: MonthState;
  readonly represented: boolean;
  /** Overdue in the books, and a month's rent, in cents. */
  readonly owed: number;
  readonly rent: number;
  readonly mayPromise: boolean;
  readonly arranged: boolean;
  readonly disputable: boolean;
  /** What a named household says, and whether it keeps its word. */
  readonly script: Pick<Script, "says" | "keepsWord"> | null;
}

/** What the household says when somebody has them on the line or at the table. Depends on their months, not on the channel. */
export function talk(chance: Chance, today: Day, who: Speaker): Talk {
  const { place, temper, state, owed } = who;
  const nth = dayNumber(today);
  if (owed < 500) return { kind: "already-paid", found: true };
  const scripted = who.script?.says ? scriptedTalk(chance, today, who, who.script.says) : null;
  if (scripted) return scripted;
  const rent = Math.max(1, who.rent);
  const months = owed / rent;
  const draw = chance(place, "talk", nth);
  if (draw < 0.015) return { kind: "already-paid", found: false };
  if (draw < 0.025 && who.disputable) return { kind: "disputes" };
  const roll = chance(place, "talk", nth + 50_000);
  if (temper.late && months < 1.5) return lateOne(today, who);
  if (state.kind === "short" && !who.represented) {
    if (roll < TALK.shortAsksHelp) return { kind: roll < TALK.shortAsksHelp / 2 ? "cannot-pay" : "wants-help" };
    if (roll < TALK.shortArranges) return arrangement(chance, today, who, rent * TALK.instalmentShareShort);
    return roll < TALK.shortPromises ? promise(chance, today, who) : { kind: "nothing" };
  }
  if (months <= 1.3) {
    if (roll < TALK.promises) return promise(chance, today, who);
    if (roll < TALK.arrangesSmall) return arrangement(chance, today, who, rent * TALK.instalmentShareSmall);
    return roll < TALK.arrangesSmall + TALK.asksHelp ? { kind: "wants-help" } : { kind: "nothing" };
  }
  if (roll < TALK.arranges) return arrangement(chance, today, who, rent * TALK.instalmentShare);
  return roll < TALK.arranges + 2 * TALK.asksHelp ? { kind: "wants-help" } : { kind: "nothing" };
}

/** Pays when the pension is in, as always. */
function lateOne(today: Day, { temper, owed, mayPromise }: Speaker): Talk {
  const month = monthOf(today);
  const thisMonth = addDays(firstDay(month), temper.payDay);
  const on = bankDayFrom(thisMonth >= today ? thisMonth : addDays(firstDay(addMonths(month, 1)), temper.payDay));
  return on <= addDays(today, 31) && mayPromise
    ? { kind: "promise", on, amount: owed, incomeDay: true, kept: true }
    : { kind: "nothing" };
}

function promise(chance: Chance, today: Day, who: Speaker): Talk {
  if (!who.mayPromise) return arrangement(chance, today, who, who.rent * TALK.instalmentShare);
  const { promisedOn, kept } = promiseOf(chance, who.place, who.temper, who.state, today, dayNumber(today));
  return { kind: "promise", on: promisedOn, amount: who.owed, incomeDay: false, kept };
}

function arrangement(chance: Chance, today: Day, { place, owed, arranged }: Speaker, perMonth: number): Talk {
  if (arranged) return { kind: "nothing" };
  const count = Math.min(24, Math.max(2, Math.ceil(owed / Math.max(2_500, perMonth))));
  const wanted = addDays(firstDay(addMonths(monthOf(today), 1)), between(0, 4, chance(place, "arrangement", -1)));
  const pension = addDays(firstDay(monthOf(today)), 24);
  const startsOn = pension > addDays(today, 3) ? pension : wanted > addDays(today, 31) ? addDays(today, 28) : wanted;
  return { kind: "arrangement", total: owed, count, startsOn };
}

function scriptedTalk(chance: Chance, today: Day, who: Speaker, says: TalkKind): Talk {
  if (says === "promise" && who.mayPromise) {
    const said = promise(chance, today, who);
    return said.kind === "promise" ? { ...said, on: addDays(today, 7), kept: who.script?.keepsWord ?? true } : said;
  }
  if (says === "arrangement") return arrangement(chance, today, who, who.rent * 0.2);
  return says === "wants-help" || says === "disputes" || says === "cannot-pay" ? { kind: says } : { kind: "nothing" };
}
