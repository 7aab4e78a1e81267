import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutControls } from "./text";

describe("control signs", () => {
  it.each([
    ["belt\u0000 morgen", "belt morgen"],
    ["\u0007bel\u007f", "bel"],
    ["regel 1\n\tregel 2\r\n", "regel 1\n\tregel 2\r\n"],
    ["José é 👵🏽 ’s", "José é 👵🏽 ’s"],
  ])("%j becomes %j", (given, kept) => expect(withoutControls(given)).toBe(kept));

  it("are all that goes: what is left is the same text in the same order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const visible = [...text].filter((sign) => (sign >= " " ? sign !== "\u007f" : "\t\n\r".includes(sign)));
        expect(withoutControls(text)).toBe(visible.join(""));
      }),
    );
  });
});
