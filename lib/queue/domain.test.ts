import { describe, expect, it } from "vitest";
import { countsByTab, filterHref, needsPerson, ROWS_SHOWN, stepsOf, TABS } from "./domain";
import { readFilter } from "./schema";

describe("the tabs", () => {
  const rows = [
    { tab: "today", doing: "call", count: 12, forManager: 0 },
    { tab: "today", doing: "sms", count: 3, forManager: 0 },
    { tab: "waiting", doing: "wait-for-contact", count: 20, forManager: 2 },
    { tab: "problems", doing: "check-data", count: 1, forManager: 1 },
  ];

  it("all have a count, and the whole is the sum of the parts", () => {
    const counts = countsByTab(rows);
    expect(Object.keys(counts)).toEqual([...TABS]);
    expect(counts).toMatchObject({ today: 15, waiting: 20, visits: 0, problems: 1, manager: 3, all: 36 });
  });

  it("offer the steps that occur in them, the most frequent first", () => {
    expect(stepsOf("today", rows)).toEqual([
      { step: "call", count: 12 },
      { step: "sms", count: 3 },
    ]);
    expect(stepsOf("all", rows).map(({ step }) => step)).toEqual(["wait-for-contact", "call", "sms", "check-data"]);
  });
});

describe("a row in the signal colour", () => {
  it.each([
    ["a follow-up call", { doing: "follow-up", because: null }, true],
    ["a call after a broken promise", { doing: "call", because: "promise-broken" }, true],
    ["a call at an agreed moment that passed", { doing: "call", because: "agreed-moment-passed" }, true],
    ["a first call", { doing: "call", because: "flagged" }, false],
    ["waiting after a broken promise", { doing: "wait-for-contact", because: "promise-broken" }, false],
  ])("%s: %j is %s", (_, row, expected) => {
    expect(needsPerson(row)).toBe(expected);
  });
});

describe("the address of the list", () => {
  it("reads back what it wrote", () => {
    const filter = {
      tab: "visits",
      step: "payment-problem",
      building: "1001",
      search: null,
      chosen: 42,
      rows: ROWS_SHOWN,
    } as const;
    const query = Object.fromEntries(new URL(filterHref(filter), "http://x").searchParams);
    expect(readFilter(query)).toEqual(filter);
  });

  it("counts what it does not understand as not said", () => {
    const odd = { tab: "nergens", dossier: "-1", rijen: "veel", stap: ["call", "sms"], zoek: "   " };
    expect(readFilter(odd)).toEqual({ tab: "today", step: "call", building: null, search: null, chosen: null, rows: ROWS_SHOWN });
  });

  it("is short for the list of today", () => {
    expect(filterHref({ tab: "today" })).toBe("/werklijst");
    expect(filterHref({ tab: "problems", chosen: 7 }, { net: "6" })).toBe("/werklijst?tab=klopt-niet&dossier=7&net=6");
  });
});
