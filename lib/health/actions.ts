"use server";

import { action } from "@/lib/auth/action";
import { noInput } from "@/lib/forms/schema";
import { translate } from "@/lib/i18n/translate";
import { tryMail as attempt, setMail as set } from "./commands/mail";
import { mailSchema } from "./schema";

export const setMail = action("action:health.setMail", mailSchema, set);
export const tryMail = action("action:health.tryMail", noInput, (actor) => {
  const t = translate("nl");
  return attempt(actor, { subject: t("health.mailServer.trySubject"), text: t("health.mailServer.tryBody") });
});
