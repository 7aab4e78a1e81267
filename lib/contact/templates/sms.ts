import type { PartOfDay } from "@/lib/kernel/calendar";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { gsmParts, inGsmAlphabet, losesLetters } from "../domain/gsm";
import { filled, MOST_SMS_PARTS, TEXTS } from "../domain/texts";
import { speaksOfDebt } from "../domain/wording";

/** What the message needs. An empty value refuses the message instead of leaving a gap in it. */
export interface SmsValues {
  readonly name: string;
  readonly firstName: string;
  readonly corporation: string;
  readonly teamNumber: string;
  readonly part: PartOfDay;
}

const GREETINGS: Readonly<Record<PartOfDay, string>> = {
  morning: "Goedemorgen",
  afternoon: "Goedemiddag",
  evening: "Goedenavond",
};

/** Fills the template; refused when a value is missing, a word does not belong in it, or it is longer than two messages. */
export function smsText(
  values: SmsValues,
  template: string = TEXTS["sms-call-back"].first.body,
): Outcome<string, "template-incomplete" | "template-too-long" | "gate-words" | "name-letters"> {
  const { part, ...given } = values;
  const missing = (Object.keys(given) as (keyof typeof given)[]).find((key) => given[key].trim() === "");
  if (missing) return refused("template-incomplete", { missing });
  const { name: naam, firstName: voornaam, corporation: corporatie, teamNumber: nummer } = given;
  const words = filled(template, { groet: GREETINGS[part], naam, voornaam, corporatie, nummer });
  if (words.missing !== null) return refused("template-incomplete", { missing: "other" });
  // Names are no text: a tenant may be called Schuld, and a firm Fietsen.nl.
  if (speaksOfDebt(inGsmAlphabet(template.replace(/\{[^{}\n]*\}/g, "…")))) return refused("gate-words");
  if ([given.name, given.firstName, given.corporation].some(losesLetters)) return refused("name-letters");
  const text = inGsmAlphabet(words.text);
  return gsmParts(text) > MOST_SMS_PARTS ? refused("template-too-long") : done(text);
}
