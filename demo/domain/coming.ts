import { addWorkingDays } from "@/lib/kernel/calendar";
import { addMonths, type Day, dayNumber, firstDay, type Month, monthOf } from "@/lib/kernel/day";
import { keepsMonth, monthPlan, payDelay, promiseOf, selfRepair } from "./behaviour";
import type { StatementLine } from "./camt";
import type { Chance } from "./chance";
import type { MonthState, Temper } from "./temper";
import { bankDayFrom, chargedOn, nameOf } from "./timeline";

/** What the demo needs to know of a tenancy to let the next days happen. */
export interface Account {
  readonly tenancyId: number;
  readonly number: string;
  readonly place: number;
  readonly temper: Temper;
  readonly reference: string;
  readonly iban: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly rent: number;
  /** Overdue now, in cents; and what else falls due on the first. */
  readonly overdue: number;
  readonly otherComing: number;
  /** Somebody else sees to the money: an administrator, or help that was accepted. */
  readonly lookedAfter: boolean;
  readonly promises: readonly { readonly madeOn: Day; readonly promisedOn: Day; readonly amount: number }[];
  readonly instalments: readonly { readonly dueOn: Day; readonly amount: number }[];
  readonly messagedOn: readonly Day[];
}

export const stateOf = (account: Pick<Account, "lookedAfter" | "temper">, month: Month): MonthState =>
  account.lookedAfter ? { kind: "fine" } : (account.temper.months[Number(month.slice(5)) - 1] ?? { kind: "fine" });

/** The money of one tenancy that the bank books from `from` up to and including `to`. The same habits as in the years before. */
export function linesOf(chance: Chance, account: Account, from: Day, to: Day): StatementLine[] {
  const found: StatementLine[] = [];
  const within = (on: Day) => on >= from && on <= to;
  const base = {
    reference: account.reference,
    iban: account.iban,
    name: account.name,
    remittance: null,
    returnReason: null,
    endToEnd: null,
  };
  const debit = account.temper.pays === "direct-debit";
  for (const month of [monthOf(from), addMonths(monthOf(to), 1), monthOf(to)].filter((m, i, all) => all.indexOf(m) === i)) {
    if (!lives(account, firstDay(month)) || chargedOn(month) > to) continue;
    const wanted = account.rent + (debit ? account.otherComing : 0);
    for (const plan of monthPlan(chance, account.place, account.temper, stateOf(account, month), month, wanted)) {
      const endToEnd = debit && plan.on < firstDay(month) ? `INC${month}-${account.number}` : null;
      const collected = { endToEnd, remittance: debit || plan.bouncesOn ? `Incasso ${nameOf(month)}` : null };
      if (within(plan.on)) found.push({ ...base, ...collected, on: plan.on, amount: plan.amount });
      if (plan.bouncesOn && within(plan.bouncesOn))
        found.push({ ...base, on: plan.bouncesOn, amount: -plan.amount, endToEnd, returnReason: plan.reason });
    }
  }
  const [on, amount] = catchingUp(chance, account, from, to) ?? [null, 0];
  if (on !== null && amount > 0 && account.overdue > 0) found.push({ ...base, on, amount: Math.min(amount, account.overdue) });
  return found;
}

const lives = ({ startsOn, endsOn }: Account, on: Day) => startsOn <= on && (endsOn === null || on <= endsOn);

/** Arrears that come in: an agreement kept, a slip noticed, a message answered with money. One of them at a time. */
function catchingUp(chance: Chance, account: Account, from: Day, to: Day): readonly [Day, number] | null {
  const { place, temper } = account;
  const within = (on: Day) => on >= from && on <= to;
  for (const promise of temper.late ? [] : account.promises) {
    const { kept } = promiseOf(
      chance,
      place,
      temper,
      stateOf(account, monthOf(promise.madeOn)),
      promise.madeOn,
      dayNumber(promise.madeOn),
    );
    const on = bankDayFrom(promise.promisedOn);
    if (within(on) && (kept || account.lookedAfter)) return [on, promise.amount];
  }
  for (const instalment of account.instalments) {
    const on = bankDayFrom(instalment.dueOn);
    if (within(on) && (account.lookedAfter || keepsMonth(chance, place, temper, stateOf(account, monthOf(on)), monthOf(on))))
      return [on, instalment.amount];
  }
  for (const sentOn of account.messagedOn) {
    if (!paysAfterMessage(chance, account, sentOn)) continue;
    const on = bankDayFrom(addWorkingDays(sentOn, payDelay(chance, place, dayNumber(sentOn))));
    if (within(on)) return [on, account.overdue];
  }
  const month = monthOf(from);
  if (stateOf(account, month).kind !== "slip") return null;
  const on = selfRepair(chance, place, temper, month);
  return on !== null && within(on) ? [on, account.rent] : null;
}

/** Whether a message gets any reaction at all, and whether that is money rather than a call. */
export const reactsToMessage = (chance: Chance, account: Pick<Account, "place" | "temper">, sentOn: Day): boolean =>
  !account.temper.silent && chance(account.place, "sms", dayNumber(sentOn)) < 0.45 * (1 - 0.75 * account.temper.closed);
const paysAfterMessage = (chance: Chance, account: Account, sentOn: Day): boolean =>
  reactsToMessage(chance, account, sentOn) &&
  chance(account.place, "sms", dayNumber(sentOn) + 9) < 0.4 &&
  stateOf(account, monthOf(sentOn)).kind !== "short";
export const callsAfterMessage = (chance: Chance, account: Account, sentOn: Day): Day | null =>
  reactsToMessage(chance, account, sentOn) && !paysAfterMessage(chance, account, sentOn)
    ? addWorkingDays(sentOn, 1 + Math.floor(chance(account.place, "sms", dayNumber(sentOn) + 7) * 2))
    : null;
