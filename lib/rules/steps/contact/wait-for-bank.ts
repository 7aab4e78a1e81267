import { addWorkingDays } from "../../../kernel/calendar";
import { earliest } from "../../../kernel/day";
import type { ContactStep, Match, Reason } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { searchedUntil } from "../../searching";

/** They may have paid: receipts are not complete, one in suspense may be theirs, or finance is searching. */
export function waitForBank(facts: Facts, context: Context): Match<ContactStep> | null {
  const { policy, look } = context;
  const found: Reason[] = [];
  const { completeThrough, expectedThrough } = facts.bank;
  if (completeThrough === null) found.push(reason("bank-unknown", { expectedThrough }));
  else if (completeThrough < expectedThrough) found.push(reason("bank-not-complete", { completeThrough, expectedThrough }));
  if (facts.maybePaid.length > 0) {
    const booked = facts.maybePaid.map((one) => one.bookedOn).reduce(earliest);
    const amount = facts.maybePaid.reduce((sum, one) => sum + one.amount, 0n);
    found.push(reason("maybe-paid", { bookedOn: booked, amountCents: amount, receipts: facts.maybePaid.length }));
    const manager = addWorkingDays(booked, policy.dataProblemWorkingDays, facts.closedDays);
    if (look.come(manager)) found.push(reason("manager-suspense", { bookedOn: booked }));
  }
  const searching = searchedUntil(facts, policy, look);
  if (searching) found.push(reason("says-paid", { saidOn: searching.saidOn, until: searching.until }));
  if (found.length === 0) return null;
  const until = found.length === 1 && searching ? searching.until : null;
  return match("wait-for-bank", found, until);
}
