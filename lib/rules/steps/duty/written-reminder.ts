import { addDays } from "../../../kernel/day";
import type { Match } from "../../answer";
import { callsUsedUp } from "../../calls";
import type { Context } from "../../context";
import { sentLetter, soughtPersonally } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** A debt of two weeks, personal contact sought, no letter in this case to this addressee: one plain, friendly letter, checked and sent by a person. */
export function writtenReminder(facts: Facts, context: Context): Match<DutyStep> | null {
  const { look, policy, phones, small, round, sameShort } = context;
  const since = facts.position.debtSince;
  if (since === null || sentLetter(facts, context) !== null || !look.come(addDays(since, policy.letterDays))) return null;
  const sought = small ? (round?.reached ?? false) || callsUsedUp(facts, context) : soughtPersonally(facts, context);
  if (!sought && phones.length > 0) return null;
  const standing = sameShort === null ? [] : [reason("letter-standing-order", { missingCents: sameShort })];
  return match("written-reminder", [reason("letter-due", { since, days: policy.letterDays }), ...standing]);
}
