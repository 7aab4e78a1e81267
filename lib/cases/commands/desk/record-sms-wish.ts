import type { Actor } from "@/lib/auth/actor";
import type { SmsWishInput } from "../../schema/people";
import { wish } from "./wish";

/** Wants no SMS any more, or wants them again. What still waits to be sent is stopped when it would leave. */
export const recordSmsWish = (actor: Actor, { noSms, ...said }: SmsWishInput) =>
  wish(actor, "cases.recordSmsWish", said, { smsOptOut: noSms }, { noSms });
