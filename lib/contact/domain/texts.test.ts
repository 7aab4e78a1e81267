import { describe, expect, it } from "vitest";
import { paragraphsOf, problemsOf, TEXT_KINDS, TEXTS } from "./texts";

const body = (kind: (typeof TEXT_KINDS)[number], change: (body: string) => string) => {
  const { title, body: first } = TEXTS[kind].first;
  return problemsOf(kind, { title, body: change(first) });
};

describe("the words of messages and letters", () => {
  it.each(TEXT_KINDS.map((kind) => [kind]))("are good as %s starts", (kind) => expect(body(kind, (text) => text)).toEqual([]));

  it.each([
    ["a place that is not known", "sms-call-back", (text: string) => `${text} {bedrag}`, "unknown-place", "{bedrag}"],
    ["a place spelled otherwise", "confirm-promise", (text: string) => text.replace("{dag}", "{Dag}"), "unknown-place", "{Dag}"],
    ["no number to ring", "sms-call-back", (text: string) => text.replace("{nummer}", ""), "missing", "{nummer}"],
    ["no offer of help", "written-reminder", (text: string) => text.replaceAll("gemeente", "instantie"), "missing", "gemeente"],
    ["costs", "written-reminder", (text: string) => text.replace("kost u niets", "kost € 40"), "missing", "kost u niets"],
    [
      "no way to object",
      "written-reminder",
      (text: string) => text.replace("Wilt u niet dat wij uw gegevens", "Wij geven uw gegevens"),
      "missing",
      "Wilt u niet dat wij uw gegevens",
    ],
    ["its table twice", "confirm-arrangement", (text: string) => `${text}\n\n{termijnen}`, "table-twice", "{termijnen}"],
    ["a threat", "written-reminder", (text: string) => `${text}\n\nDe Deurwaarder komt.`, "frightening", "deurwaarder"],
    ["a reproach", "confirm-promise", (text: string) => `${text}\n\nUw schulden.`, "frightening", "schulden"],
    ["a word of debt where somebody reads along", "sms-call-back", (text: string) => `${text} Huur.`, "debt", ""],
    ["three messages", "sms-call-back", (text: string) => text + "Wilt u ons bellen? ".repeat(12), "too-long", ""],
    [
      "a table within a sentence",
      "confirm-arrangement",
      (text: string) => text.replace("\n\n{termijnen}\n\n", " {termijnen} "),
      "table-alone",
      "{termijnen}",
    ],
  ] as const)("are refused with %s", (_, kind, change, code, about) =>
    expect(body(kind, change)).toContainEqual({ code, about }),
  );

  it("may offer schuldhulp", () =>
    expect(body("confirm-promise", (text) => `${text}\n\nSchuldhulpverlening is gratis.`)).toEqual([]));

  it("hold no place in the title", () =>
    expect(problemsOf("confirm-promise", { ...TEXTS["confirm-promise"].first, title: "Op {dag}" })).toEqual([
      { code: "places-in-title", about: "{dag}" },
    ]));

  it("need a title on paper", () =>
    expect(problemsOf("confirm-promise", { ...TEXTS["confirm-promise"].first, title: " " })).toEqual([
      { code: "no-title", about: "" },
    ]));

  it("are parted by empty lines, whatever the line ends; a single line end is a space", () =>
    expect(paragraphsOf("een\r\ntwee\r\n \r\ndrie\n\n\n\nvier\n")).toEqual(["een twee", "drie", "vier"]));
});
