import { describe, expect, it } from "vitest";
import { mayHearAll, readRinging } from "./caller";

describe("who is on the line", () => {
  it.each([
    [
      { belt: "tenant 12", controle: "birth-date" },
      { spokeWith: "tenant", personId: 12, identity: "birth-date" },
    ],
    [{ belt: "other" }, { spokeWith: "other", personId: null, identity: "not-asked" }],
    [
      { belt: "contact 3", controle: "zomaar" },
      { spokeWith: "contact", personId: 3, identity: "not-asked" },
    ],
    [{ belt: "neighbour 3" }, null],
    [{ belt: ["tenant 1", "other"] }, null],
    [{}, null],
  ])("is read from the address %j", (query, expected) => expect(readRinging(query)).toEqual(expected));

  it.each([
    ["the tenant", { role: "tenant", scope: null }, true],
    ["a representative", { role: "representative", scope: null }, true],
    ["a contact with a whole mandate", { role: "contact", scope: "all" }, true],
    ["a contact for appointments", { role: "contact", scope: "appointments" }, false],
    ["a contact of whom nothing was said", { role: "contact", scope: null }, false],
  ] as const)("%s may hear of the rent: %j is %s", (_, caller, expected) => expect(mayHearAll(caller)).toBe(expected));
});
