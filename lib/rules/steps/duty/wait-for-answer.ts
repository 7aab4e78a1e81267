import { addDays } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import { deliveredOn, sentLetter } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** The letter is (presumed) delivered less than two weeks ago: time to answer, or to object. */
export function waitForAnswer(facts: Facts, context: Context): Match<DutyStep> | null {
  const letter = sentLetter(facts, context);
  if (letter === null) return null;
  const delivered = deliveredOn(letter, facts, context.policy);
  const until = addDays(delivered, context.policy.letterAnswerDays);
  if (context.look.come(until)) return null;
  return match("wait-for-answer", [reason("letter-sent", { deliveredOn: delivered, until })], until);
}
