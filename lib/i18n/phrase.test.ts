import { describe, expect, it } from "vitest";
import { inWords, phrasesOf } from "./phrase";

const t = phrasesOf("nl", {
  "a.calls": "{count, plural, one {# keer} other {# keer}} gebeld door <b>{name}</b>",
  "a.plain": "’s ochtends, o.k.",
});

describe("a message", () => {
  it("takes its values, and never reads a value as markup", () => {
    expect(t("a.calls", { count: 2, name: "<b>Jan</b>" })).toBe("2 keer gebeld door <b>Jan</b>");
    expect(t.parts("a.calls", { count: 1, name: "Jan" })).toEqual(["1 keer gebeld door ", { tag: "b", text: "Jan" }]);
  });

  it("that is missing shows its key instead of taking the screen down", () => {
    expect(t("a.unknown")).toBe("a.unknown");
    expect(t.has("a.unknown")).toBe(false);
  });
});

it("codes become words: cents are euros, ISO days are dates, the rest stays", () => {
  const words = inWords({ openCents: "61240", due: "2026-11-25", workingDays: 9 }, "nl");
  expect(words).toEqual({ openCents: "€\u00a0612,40", due: "wo\u00a025\u00a0november", workingDays: 9 });
});
