import { describe, expect, it } from "vitest";
import { searchPatterns } from "./search";

describe("the words of a search", () => {
  it.each([
    ["Öztürk", ["%ozturk%"]],
    ["Yıldırım", ["%yildirim%"]],
    ["Łukaszewski", ["%lukaszewski%"]],
    ["’t Hart", ["%'t%", "%hart%"]],
    ["Voss Straße", ["%voss%", "%strasse%"]],
    ["06-02000968", ["%0602000968%"]],
    ["06 02 00 09 68", ["%0602000968%"]],
    ["+31602000968", ["%0602000968%"]],
    ["+31 (0)6 02000968", ["%0602000968%"]],
    ["0031602000968", ["%0602000968%"]],
    ["010-0124440", ["%0100124440%"]],
    ["mw Oosterwijk", ["%oosterwijk%"]],
    ["Oosterwijk, G.H.", ["%oosterwijk%", "%g.h.%"]],
    ["mw", ["%mw%"]],
    ["3011 ab", ["%3011%", "%ab%"]],
    ["Kadeweg 12", ["%kadeweg%", "%12%"]],
    ["50%_off", ["%50\\%\\_off%"]],
    ["", []],
  ])("of %s", (text, patterns) => expect(searchPatterns(text)).toEqual(patterns));
});
