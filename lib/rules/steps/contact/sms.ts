import type { Match } from "../../answer";
import { smsFailedNumbers, smsTried } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { unreached } from "../../unreached";
import { oneCallOnly } from "../../waiting";
import { toKnow, why } from "../../why";

/** Not reached by phone: one SMS a round, to a mobile number where none has failed. */
export function sms(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, phones, addressees } = context;
  if (
    round === null ||
    round.reached ||
    oneCallOnly(context) ||
    addressees.inPlace !== null ||
    smsTried(facts, round.startedOn).length > 0
  )
    return null;
  const failed = smsFailedNumbers(facts, round.startedOn);
  const mobile = phones.find(
    (phone) =>
      phone.kind === "mobile" &&
      !failed.has(phone.number) &&
      addressees.people.some((one) => one.id === phone.personId && !one.smsOptOut),
  );
  if (!mobile) return null;
  const again = failed.size > 0 ? [reason("sms-undelivered")] : [];
  return match("sms", [...why(facts, context), ...unreached(facts, context), ...again, ...toKnow(facts, context, false)]);
}
