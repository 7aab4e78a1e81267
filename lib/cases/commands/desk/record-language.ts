import type { Actor } from "@/lib/auth/actor";
import type { LanguageInput } from "../../schema/people";
import { wish } from "./wish";

/** The language somebody speaks, when that is not Dutch: who calls, visits or rings can prepare. */
export const recordLanguage = (actor: Actor, { language, ...said }: LanguageInput) =>
  wish(actor, "cases.recordLanguage", said, { language: language ?? null }, { language: language ?? null });
