import type { PartOfDay } from "../kernel/calendar";
import type { Day } from "../kernel/day";
import { unansweredCalls } from "./contacts";
import type { Context } from "./context";
import type { Facts } from "./facts";

/**
 * How many unanswered calls are enough: one more when there is no mobile number to send an SMS to; one alone when a case comes back
 * after a conversation.
 */
export const callsEnough = ({ phones, policy, round }: Context): number =>
  round?.because === "reopened"
    ? 1
    : phones.some((phone) => phone.kind === "mobile")
      ? policy.callsUnanswered
      : policy.callsUnansweredLandlineOnly;

/** Days with an unanswered call in this round, and the parts of the day they fell in. */
export function callsTried(facts: Facts, context: Context): { days: readonly Day[]; parts: readonly PartOfDay[] } {
  if (context.round === null) return { days: [], parts: [] };
  const missed = unansweredCalls(facts, context.round.startedOn);
  return {
    days: [...new Set(missed.map((one) => one.day))].sort(),
    parts: [...new Set(missed.map((one) => one.part))].sort(),
  };
}

/**
 * Enough calls on different days and in more than one part of the day. Twice as many days in one and the same part are
 * enough too: who cannot call in another part must not go on for ever.
 */
export function callsUsedUp(facts: Facts, context: Context): boolean {
  const { days, parts } = callsTried(facts, context);
  const enough = callsEnough(context);
  return (days.length >= enough && (parts.length >= 2 || enough === 1)) || days.length >= enough * 2;
}

/** The part of the office day in which least was tried, the morning first. */
export function partLeastTried(facts: Facts, context: Context): PartOfDay {
  const missed = context.round === null ? [] : unansweredCalls(facts, context.round.startedOn);
  const count = (part: PartOfDay) => missed.filter((one) => one.part === part).length;
  return count("afternoon") < count("morning") ? "afternoon" : "morning";
}

/** The part of the office day to call in: the one not tried yet, the morning first. Evenings are by appointment. */
export const partToCall = (parts: readonly PartOfDay[]): PartOfDay =>
  parts.includes("morning") && !parts.includes("afternoon") ? "afternoon" : "morning";
