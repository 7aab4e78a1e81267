import { addWorkingDays } from "../../../kernel/calendar";
import { addDays, earliest } from "../../../kernel/day";
import type { Match, Reason } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { searchedUntil } from "../../searching";
import type { ContactStep } from "../../steps";

/** They may have paid: receipts are not complete, one in suspense may be theirs, money is on its way, or finance is searching. */
export function waitForBank(facts: Facts, context: Context): Match<ContactStep> | null {
  const { policy, look } = context;
  if (context.helpFirst) return null;
  const found: Reason[] = [];
  const { completeThrough, expectedThrough } = facts.bank;
  if (completeThrough === null) found.push(reason("bank-unknown", { expectedThrough }));
  else if (completeThrough < expectedThrough) {
    found.push(reason("bank-not-complete", { completeThrough, expectedThrough }));
    const manager = addWorkingDays(completeThrough, policy.dataProblemWorkingDays + 1, facts.closedDays);
    if (look.come(manager)) found.push(reason("manager-bank", { completeThrough }));
  }
  const waiting = facts.maybePaid.filter((one) => one.until === undefined);
  if (waiting.length > 0) {
    const booked = waiting.map((one) => one.bookedOn).reduce(earliest);
    const amount = waiting.reduce((sum, one) => sum + one.amount, 0n);
    found.push(reason("maybe-paid", { bookedOn: booked, amountCents: amount, receipts: waiting.length }));
    const manager = addWorkingDays(booked, policy.dataProblemWorkingDays, facts.closedDays);
    if (look.come(manager)) found.push(reason("manager-suspense", { bookedOn: booked }));
  }
  for (const { until, kind, amount, bookedOn } of facts.maybePaid)
    if (until && !look.come(addDays(until, 1)))
      found.push(
        reason(kind === "collection" ? "collected-again" : "provisionally-paid", { bookedOn, amountCents: amount, until }),
      );
  const searching = searchedUntil(facts, policy, look);
  if (searching) found.push(reason("says-paid", { saidOn: searching.saidOn, until: searching.until }));
  if (found.length === 0) return null;
  const until = found.length === 1 && searching ? searching.until : null;
  return match("wait-for-bank", found, until);
}
