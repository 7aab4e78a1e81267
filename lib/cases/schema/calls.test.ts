import { describe, expect, it } from "vitest";
import { typedEuros } from "../../kernel/money";
import { logCallSchema, undoActSchema } from "./calls";

const sent = { commandId: "0b8f8a3e-4c5e-4f0e-9d52-0a3f6d3f3f11", tenancyId: "3", outcome: "spoke", spokeWith: "tenant" };
const wrong = (more: object) =>
  (logCallSchema.safeParse({ ...sent, ...more }).error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]);

describe("an amount as people type it", () => {
  it.each([
    ["612,40", 61_240],
    ["€ 612,40", 61_240],
    ["1.234,56", 123_456],
    ["612.40", 61_240],
    ["612", 61_200],
    ["12.000", 1_200_000],
  ])("%s", (typed, expected) => expect(Number(typedEuros(typed))).toBe(expected));

  it.each(["", "0", "-5", "612,405", "1,234.56", "12.00.00", "zes", "99999999999999999999"])("refuses %j", (typed) =>
    expect(typedEuros(typed)).toBeNull(),
  );
});

describe("the form of a call", () => {
  it("reads one thing said as well as several", () => {
    expect(logCallSchema.parse({ ...sent, said: "cannot-pay" }).said).toEqual(["cannot-pay"]);
    expect(logCallSchema.parse({ ...sent, said: ["cannot-pay", "wants-help"] }).said).toEqual(["cannot-pay", "wants-help"]);
    expect(logCallSchema.parse(sent).said).toEqual([]);
  });

  it("asks for what belongs to what was said", () => {
    expect(wrong({ said: "promise" })).toEqual([
      ["promisedOn", "cases.field.day"],
      ["amount", "cases.field.amount"],
    ]);
    expect(wrong({ said: "agreed-moment" })).toEqual([["agreedDay", "cases.field.day"]]);
    expect(wrong({ said: "away-until", awayUntil: "2026-02-30" })[0]).toEqual(["awayUntil", "cases.field.day"]);
    expect(wrong({ spokeWith: undefined })).toEqual([["spokeWith", "cases.field.spokeWith"]]);
    expect(wrong({ outcome: "not-answered", said: "cannot-pay" })).toEqual([["said", "cases.field.saidWithoutTalk"]]);
    expect(wrong({ outcome: "voicemail", direction: "inbound" })).toEqual([["outcome", "cases.field.inbound"]]);
  });

  it("takes only what stands in the closed lists", () => {
    expect(wrong({ outcome: "shouted" })).toEqual([["outcome", "cases.field.choice"]]);
    expect(wrong({ said: ["health"] })).toEqual([["said.0", "cases.field.choice"]]);
    expect(wrong({ tenancyId: "0", commandId: "again" })).toEqual([
      ["commandId", "cases.field.commandId"],
      ["tenancyId", "cases.field.id"],
    ]);
  });
});

describe("taking something back", () => {
  const undo = { commandId: sent.commandId, undoes: sent.commandId };

  it("at once needs no reason; because it was not so it does, in a few words", () => {
    expect(undoActSchema.parse(undo)).toEqual(undo);
    for (const reason of [undefined, "nee"])
      expect(undoActSchema.safeParse({ ...undo, corrects: "yes", reason }).error?.issues[0]).toMatchObject({
        path: ["reason"],
        message: "cases.field.why",
      });
    const corrected = { ...undo, corrects: "yes", reason: "Verkeerd dossier." };
    expect(undoActSchema.parse(corrected)).toEqual(corrected);
  });
});
