import { describe, expect, it } from "vitest";
import { canBeAnswered, senderProblem } from "./sender";

describe("the sender of a text message", () => {
  it.each([
    ["Maasstede", null],
    ["SOR", null],
    ["SOR Wonen 1", null],
    ["SO", "length"],
    ["  S", "length"],
    ["Woonstichting", "length"],
    ["Wonen!", "signs"],
    ["Wonén", "signs"],
    ["Info", "generic"],
    ["3669", null],
    ["+31612345678", null],
    ["12", "length"],
    ["1234567890123456", "length"],
  ])("%s: %s", (sender, problem) => expect(senderProblem(sender)).toBe(problem));

  it.each([
    ["Maasstede", false],
    ["3669", true],
    ["+31612345678", true],
  ])("%s can be answered by text: %s", (sender, yes) => expect(canBeAnswered(sender)).toBe(yes));
});
