import { describe, expect, it } from "vitest";
import { inWords } from "@/lib/i18n/phrase";
import { translate } from "@/lib/i18n/translate";
import { NO_CLOSED_DAYS } from "@/lib/kernel/calendar";
import type { Reason } from "@/lib/rules/answer";
import { told } from "@/lib/rules/why";
import { AGREED } from "./histories/agreed";
import { SPECIAL } from "./histories/special";
import { UNREACHED } from "./histories/unreached";
import { play } from "./play";

/** Every reason given in half a year of every household, as stored and as told on the day. */
function reasonsGiven(): Reason[] {
  const found = new Map<string, Reason>();
  for (const tenant of [...UNREACHED, ...AGREED, ...SPECIAL])
    for (const { answer, facts } of play(tenant).moments)
      for (const one of [...answer.flagReasons, ...answer.contact.reasons, ...answer.duty.reasons]) {
        found.set(one.code, one);
        found.set(`${one.code}, told`, told(one, facts.day, NO_CLOSED_DAYS));
      }
  return [...found.values()];
}

describe("the reasons of the ladder", () => {
  const reasons = reasonsGiven();

  it.each(["nl", "en"] as const)("each read as a whole sentence (%s)", (lang) => {
    const t = translate(lang);
    for (const one of reasons) {
      const sentence = t(`reasons.${one.code}`, inWords(one.values, lang));
      expect(sentence, one.code).not.toContain("reasons.");
      expect(sentence, one.code).not.toMatch(/[{}]|undefined|\d{4}-\d{2}/);
      expect(sentence, one.code).toMatch(/^[A-ZÉ€\d].*[.]$/s);
    }
  });

  it("say how many working days late it is on the day somebody reads them", () => {
    const late = reasons.find((one) => one.code === "rent-late");
    const read = late
      ? told({ ...late, values: { ...late.values, since: "2026-11-01" } }, "2026-11-12" as never, NO_CLOSED_DAYS)
      : null;
    expect(read?.code).toBe("rent-late-days");
    expect(read?.values.workingDays).toBe(9);
  });
});
