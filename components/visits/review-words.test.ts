import { describe, expect, it } from "vitest";
import { messagesOfRooms, translate } from "@/lib/i18n/translate";
import { whyWords } from "./review-words";

const codes = ["cases.refused", "field.review"].flatMap((room) =>
  Object.keys(messagesOfRooms("nl", [room])).map((key) => key.slice(room.length + 1)),
);

describe("why something of a phone waits for a person", () => {
  it.each(codes)("is said in words, also without the values of its sentence: %s", (code) => {
    for (const lang of ["nl", "en"] as const) {
      const words = whyWords({ code, detail: {} }, translate(lang));
      expect(words).toMatch(/^\p{Lu}.{10,}$/u);
      expect(words).not.toMatch(/[{}]|undefined/);
    }
  });

  it("names the day and the amount that were kept with it", () => {
    expect(whyWords({ code: "past-last-day", detail: { day: "2026-03-24" } }, translate("nl"))).toMatch(/24.maart/);
  });
});
