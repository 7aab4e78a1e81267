import { describe, expect, it } from "vitest";
import { receiptAmount, searchWords } from "./search";

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
    ["contract 104042", ["%104042%"]],
    ["Contractnummer: 104042", ["%104042%"]],
    ["contract", ["%contract%"]],
    ["Dhr. Yıldırım", ["%yildirim%"]],
    ["in ’t Veld", ["%in%", "%'t%", "%veld%"]],
    ["NL02 ABNA 0123 4567 89", ["%nl02abna0123456789%"]],
    ["NL02", ["%nl02%"]],
    ["5000 0567 8901 2345", ["%5000056789012345%"]],
    ["5000056789012345", ["%5000056789012345%"]],
    ["12 14", ["%12%", "%14%"]],
    ["06 02 00 06 71", ["%0602000671%"]],
    ["x".repeat(300), [`%${"x".repeat(120)}%`]],
  ])("of %s", (text, patterns) => expect(searchWords(text).map(({ pattern }) => pattern)).toEqual(patterns));
});

describe("the amount of a receipt", () => {
  it.each([
    ["612,40", "61240"],
    ["€ 1.612,40", "161240"],
    [" 80,00 ", "8000"],
    ["612", null],
    ["612.40", null],
    ["Kadeweg 12,40", null],
    ["06 12", null],
  ])("%s is %s", (text, cents) => expect(receiptAmount(text)).toBe(cents));
});
