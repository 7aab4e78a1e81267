import { describe, expect, it } from "vitest";
import { type Draft, isBlank, openingFields } from "./draft";

const draft = (form: string, fields: Draft["fields"], savedAt: string): Draft => ({ form, fields, savedAt });

describe("the fields a form opens with", () => {
  const drafts = [
    draft("toezegging", { amount: "50", note: "belt zelf" }, "2026-11-20T09:00:00.000Z"),
    draft("weg", { awayUntil: "2026-12-01", note: "" }, "2026-11-20T09:05:00.000Z"),
  ];

  it("are its own", () => expect(openingFields("toezegging", drafts)).toEqual({ amount: "50", note: "belt zelf" }));

  it("hold the note of the same conversation when another form has it", () =>
    expect(openingFields("hulp", drafts)).toEqual({ note: "belt zelf" }));

  it("hold the newest note when two forms have one", () => {
    const later = [...drafts, draft("anders", { note: "komt langs" }, "2026-11-20T09:10:00.000Z")];
    expect(openingFields("hulp", later)).toEqual({ note: "komt langs" });
  });

  it("are none when nothing was typed", () => expect(openingFields("hulp", [])).toEqual({}));
});

describe("a form", () => {
  it.each([
    [{}, true],
    [{ note: "  " }, true],
    [{ note: "", said: ["", " "] }, true],
    [{ note: "", said: ["", "other"] }, false],
    [{ amount: "0" }, false],
  ])("with %j is blank: %s", (fields, blank) => expect(isBlank(fields)).toBe(blank));
});
