import type { PartOfDay } from "@/lib/kernel/calendar";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { gsmParts, inGsmAlphabet, losesLetters } from "../domain/gsm";
import { speaksOfDebt } from "../domain/wording";

/** What the message needs. An empty value refuses the message instead of leaving a gap in it. */
export interface SmsValues {
  readonly name: string;
  readonly firstName: string;
  readonly corporation: string;
  readonly teamNumber: string;
  readonly part: PartOfDay;
}

/** The text a corporation starts with. A jurist and the tenants' council read it before use. No amount, no word of debt, no link. */
const SMS_TEXT =
  "{greeting} {name}, met {firstName} van {corporation}. Wilt u mij bellen? {teamNumber}, werkdagen 9-16 uur. Twijfelt u? Bel het nummer in uw huurcontract.";

const GREETINGS: Readonly<Record<PartOfDay, string>> = {
  morning: "Goedemorgen",
  afternoon: "Goedemiddag",
  evening: "Goedenavond",
};
const MAX_PARTS = 2;

/** Fills the template; refused when a value is missing, a word does not belong in it, or it is longer than two messages. */
export function smsText(
  values: SmsValues,
  template: string = SMS_TEXT,
): Outcome<string, "template-incomplete" | "template-too-long" | "gate-words" | "name-letters"> {
  const { part, ...given } = values;
  const missing = (Object.keys(given) as (keyof typeof given)[]).find((key) => given[key].trim() === "");
  if (missing) return refused("template-incomplete", { missing });
  const filled = template
    .replaceAll("{greeting}", GREETINGS[part])
    .replace(/\{(\w+)\}/g, (whole, key) => given[key as keyof typeof given] ?? whole);
  if (/\{\w+\}/.test(filled)) return refused("template-incomplete", { missing: "other" });
  // Names are no text: a tenant may be called Schuld, and a firm Fietsen.nl.
  if (speaksOfDebt(inGsmAlphabet(template.replace(/\{\w+\}/g, "…")))) return refused("gate-words");
  if ([given.name, given.firstName, given.corporation].some(losesLetters)) return refused("name-letters");
  const text = inGsmAlphabet(filled);
  return gsmParts(text) > MAX_PARTS ? refused("template-too-long") : done(text);
}
