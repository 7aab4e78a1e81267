import { isBankDay } from "@/lib/kernel/calendar";
import { addDays, type Day, daysBetween, latest } from "@/lib/kernel/day";

/** A statement as a link of its account's chain; null is what the bank did not tell. */
export interface Link {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly openingCents: bigint | null;
  readonly closingCents: bigint | null;
  readonly sequence: string | null;
}

/** Where the chain breaks: `days` have no statement, or `balance` or `sequence` shows that something lies between. */
export interface Gap {
  readonly from: Day;
  readonly to: Day;
  readonly kind: "days" | "balance" | "sequence";
}

const numberOf = ({ sequence }: Link): number | null =>
  sequence !== null && /^\d{1,9}$/.test(sequence) ? Number(sequence) : null;

const inOrder = (a: Link, b: Link) =>
  (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0) ||
  (numberOf(a) ?? 0) - (numberOf(b) ?? 0) ||
  (a.toDay < b.toDay ? -1 : a.toDay > b.toDay ? 1 : 0);

/** Whether the bank's own numbers follow each other; null when they do not say. A year may start again at 1. */
function follows(before: Link, next: Link): boolean | null {
  const [a, b] = [numberOf(before), numberOf(next)];
  if (a === null || b === null) return null;
  if (b === a + 1 || (b === 1 && next.fromDay.slice(0, 4) !== before.toDay.slice(0, 4))) return true;
  // Some banks number by the day of the year: then a number says no more than its day.
  return b - a === daysBetween(before.toDay, next.toDay) || b <= a ? null : false;
}

const balanced = ({ closingCents }: Link, { openingCents }: Link): boolean | null =>
  closingCents === null || openingCents === null ? null : closingCents === openingCents;

/** Bank days (TARGET) after `from` and before `to`. */
function bankDaysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = addDays(from, 1); at < to; at = addDays(at, 1)) if (isBankDay(at)) days.push(at);
  return days;
}

function gapBetween(before: Link, next: Link): Gap | null {
  const [numbers, money] = [follows(before, next), balanced(before, next)];
  const missing = bankDaysBetween(before.toDay, next.fromDay);
  const [first, last] = [missing[0], missing.at(-1)];
  // Numbers that follow and balances that meet prove that the bank had nothing to tell on the days between.
  if (first && last) return numbers === true && money === true ? null : { from: first, to: last, kind: "days" };
  const at = { from: next.fromDay, to: next.fromDay };
  if (money === false) return { ...at, kind: "balance" };
  return numbers === false ? { ...at, kind: "sequence" } : null;
}

/**
 * Every break in one account's chain of statements, oldest first. A statement within days that were told already (a month beside
 * its days) proves nothing and breaks nothing.
 * @param complete up to which day the account was known to be complete before the first of these statements
 */
export function gapsIn(links: readonly Link[], complete: Day | null = null): Gap[] {
  const gaps: Gap[] = [];
  const unknown = { openingCents: null, closingCents: null, sequence: null };
  let before: Link | null = complete === null ? null : { fromDay: complete, toDay: complete, ...unknown };
  for (const link of [...links].sort(inOrder)) {
    if (before !== null && opensWhereItClosed(before, link)) {
      if (balanced(before, link) === false) gaps.push({ from: link.toDay, to: link.toDay, kind: "balance" });
      before = link;
    } else if (before === null || link.fromDay > before.toDay || sameDay(before, link)) {
      const gap = before === null ? null : gapBetween(before, link);
      if (gap) gaps.push(gap);
      before = link;
    } else if (link.toDay > before.toDay) before = { ...link, toDay: latest(before.toDay, link.toDay) };
  }
  return gaps;
}

/** Two statements of one and the same single day follow each other when their balances or numbers tell which came first. */
const sameDay = (a: Link, b: Link): boolean =>
  a.fromDay === a.toDay && b.fromDay === b.toDay && a.fromDay === b.fromDay && numberOf(a) !== null && numberOf(b) !== null;

/** MT940 begins a statement on the day of its opening balance, which is the day on which the one before closed. */
const opensWhereItClosed = (a: Link, b: Link): boolean =>
  a.fromDay < a.toDay && b.fromDay === a.toDay && b.toDay > b.fromDay && numberOf(a) !== null && numberOf(b) !== null;
