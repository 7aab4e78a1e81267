import { describe, expect, it } from "vitest";
import { z } from "zod";
import { phrasesOf } from "@/lib/i18n/phrase";
import { fieldsOf, problemsOf, typedValues } from "./form";

const form = (...pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

describe("a form", () => {
  it("gives a schema trimmed texts, no empty ones, and lists for repeated fields", () => {
    const data = form(["name", " Jan "], ["note", "  "], ["day[]", "1"], ["kind", "a"], ["kind", "b"], ["$ACTION_ID_x", "1"]);
    expect(fieldsOf(data)).toEqual({ name: "Jan", day: ["1"], kind: ["a", "b"] });
  });

  it("gives back what was typed, but never a password", () => {
    expect(typedValues(form(["email", "a@b.nl"], ["password", "geheim"], ["newPassword", "geheim"]))).toEqual({
      email: "a@b.nl",
    });
  });

  it("has one sentence per wrong field: the room's own, else by kind of problem", () => {
    const t = phrasesOf("nl", {
      "cases.invalid.dayPassed": "Kies een dag vanaf vandaag.",
      "common.invalid.missing": "Vul dit in.",
      "common.invalid.unclear": "Dit klopt niet.",
    });
    const schema = z.object({ day: z.string().refine(() => false, "dayPassed"), name: z.string(), age: z.coerce.number() });
    const given = { day: "2020-01-01", age: "tien" };
    const { error } = schema.safeParse(given);
    expect(problemsOf(error as z.ZodError, given, t, "action:cases.logCall")).toEqual({
      day: "Kies een dag vanaf vandaag.",
      name: "Vul dit in.",
      age: "Dit klopt niet.",
    });
  });
});
