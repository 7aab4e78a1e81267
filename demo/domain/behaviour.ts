import { addWorkingDays } from "@/lib/kernel/calendar";
import { addDays, type Day, earliest, firstDay, type Month } from "@/lib/kernel/day";
import { between, type Chance } from "./chance";
import type { MonthState, Temper } from "./temper";
import { bankDayFrom, collectedOn } from "./timeline";

/** Money that is going to come in (or bounce) by itself. */
export interface Plan {
  readonly on: Day;
  readonly amount: number;
  /** Taken back on this day: the debit bounced. */
  readonly bouncesOn: Day | null;
  readonly reason: "AM04" | "MS02" | "MD06" | null;
}

const monthSerial = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
/** Draws of a month of the year are the same in both years. */
const ofYear = (month: Month) => Number(month.slice(5));

/** What a household pays for a month without anybody saying a word. */
export function monthPlan(
  chance: Chance,
  place: number,
  temper: Temper,
  state: MonthState,
  month: Month,
  wanted: number,
): Plan[] {
  if (wanted <= 0) return [];
  const due = firstDay(month);
  const nth = ofYear(month);
  const debit = temper.pays === "direct-debit";
  const collected = collectedOn(month);
  const full = (on: Day): Plan => ({ on, amount: wanted, bouncesOn: null, reason: null });
  if (state.kind === "fine") return [full(debit ? collected : bankDayFrom(addDays(due, temper.payDay)))];
  const plans: Plan[] = [];
  if (debit) {
    const code = chance(place, "return-code", nth);
    plans.push({
      on: collected,
      amount: wanted,
      bouncesOn: bankDayFrom(addDays(collected, between(2, 4, chance(place, "bank-day", nth)))),
      reason: code < 0.78 ? "AM04" : code < 0.93 ? "MS02" : "MD06",
    });
  }
  if (state.kind === "short") {
    const part = Math.round((wanted * state.share) / 500) * 500;
    if (part > 0)
      plans.push({ ...full(bankDayFrom(addDays(due, between(2, 14, chance(place, "pay-day", nth + 20))))), amount: part });
  }
  return plans;
}

/** When somebody who slipped puts it right without being asked; null when they do not. */
export function selfRepair(chance: Chance, place: number, temper: Temper, month: Month): Day | null {
  const nth = ofYear(month);
  if (chance(place, "self-repair", nth) >= 0.45 * (1 - 0.7 * temper.closed)) return null;
  return bankDayFrom(addDays(firstDay(month), between(5, 34, chance(place, "self-repair", nth + 20))));
}

/** Days between an answer to a nudge and the money, in working days. */
export const payDelay = (chance: Chance, place: number, nth: number): number => between(1, 6, chance(place, "delay", nth));

/** When a promise made on a day falls, and whether it is kept. A promise lies at most 14 days ahead. */
export function promiseOf(chance: Chance, place: number, temper: Temper, state: MonthState, madeOn: Day, nth: number) {
  const wanted = addWorkingDays(madeOn, between(2, 9, chance(place, "promise", nth)));
  const kept = chance(place, "keeps", nth + 1) < temper.keeps * (state.kind === "short" ? 0.35 : 1);
  return { promisedOn: earliest(wanted, addDays(madeOn, 14)), kept };
}

/** Whether an instalment or repayment of a month is paid. */
export const keepsMonth = (chance: Chance, place: number, temper: Temper, state: MonthState, month: Month): boolean =>
  chance(place, "arrangement", monthSerial(month)) < (0.4 + 0.6 * temper.keeps) * (state.kind === "short" ? 0.55 : 1);
