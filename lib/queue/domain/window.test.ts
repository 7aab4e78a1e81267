import { describe, expect, it } from "vitest";
import { readFilter } from "../schema";
import { filterHref, inOrder, isAskedFor, type QueueFilter, ROWS_SHOWN } from "./filter";
import { needsPerson, type WorkRow } from "./rows";
import { countsByTab, stepsOf, TABS } from "./tabs";
import { countsOf, windowOf } from "./window";

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

const NOTHING_SAID: QueueFilter = {
  ...{ tab: "today", step: "call", building: null, whose: null, months: null, order: "stil", search: null, chosen: null },
  rows: ROWS_SHOWN,
};
const NOBODY: ReadonlySet<number> = new Set();

describe("the address of the list", () => {
  it("reads back what it wrote", () => {
    const filter = {
      tab: "visits",
      step: "payment-problem",
      building: "1001",
      whose: "ik",
      months: 2,
      order: "bedrag",
      search: null,
      chosen: 42,
      rows: ROWS_SHOWN,
    } as const;
    const query = Object.fromEntries(new URL(filterHref(filter), "http://x").searchParams);
    expect(readFilter(query)).toEqual(filter);
  });

  it("counts what it does not understand as not said", () => {
    const odd = {
      tab: "nergens",
      dossier: "-1",
      rijen: "veel",
      wie: "zij",
      maanden: "x",
      volgorde: "hoe dan ook",
      stap: ["call", "sms"],
      zoek: "   ",
    };
    expect(readFilter(odd)).toEqual(NOTHING_SAID);
  });

  it("is short for the list of today", () => {
    expect(filterHref({ tab: "today" })).toBe("/werklijst");
    expect(filterHref({ tab: "problems", chosen: 7 }, { net: "6" })).toBe("/werklijst?tab=klopt-niet&dossier=7&net=6");
  });
});

describe("a window of the list", () => {
  const row = (tenancyId: number, more: Partial<WorkRow> = {}): WorkRow => ({
    tenancyId,
    salutation: null,
    initials: null,
    prefix: null,
    lastName: `N${tenancyId}`,
    represented: false,
    kind: "home",
    street: "Kadeweg",
    houseNumber: "1",
    houseLetter: null,
    addition: null,
    city: "Rotterdam",
    tab: "today",
    doing: "call",
    because: null,
    monthsBehind: 1,
    overdueCents: "0",
    silentDays: null,
    leadId: null,
    buildingCode: "A",
    forManager: false,
    ownerId: null,
    ownerLeft: false,
    ...more,
  });
  const work = Array.from({ length: 300 }, (_, index) => row(index + 1));
  const filter: QueueFilter = { ...NOTHING_SAID, tab: "all", step: null, rows: 80 };
  const shown = (chosen: number | null, more: Partial<QueueFilter> = {}) =>
    windowOf(work, { ...filter, ...more, chosen }, NOBODY);

  it("is its first rows when nobody is chosen, with the place of the first", () => {
    const { rows, place, total, first } = shown(null);
    expect(rows.map(({ place: at }) => at)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect([place, total, first]).toEqual([{ place: 1, total: 300, previousId: null, nextId: 2 }, 300, 1]);
  });

  it("always holds the chosen case with rows around it, and never leaves the list", () => {
    for (let chosen = 1; chosen <= 300; chosen++) {
      const { rows, place } = shown(chosen);
      const at = rows.findIndex(({ tenancyId }) => tenancyId === chosen);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(Math.min(at, chosen - 1)).toBeGreaterThanOrEqual(Math.min(20, chosen - 1));
      expect(rows.length - at).toBeGreaterThan(Math.min(19, 300 - chosen));
      expect(place).toEqual({
        place: chosen,
        total: 300,
        previousId: chosen > 1 ? chosen - 1 : null,
        nextId: chosen < 300 ? chosen + 1 : null,
      });
    }
  });

  it("moves on by forty, once in forty steps", () => {
    const starts = Array.from({ length: 300 }, (_, index) => shown(index + 1).rows[0]?.place);
    expect(new Set(starts)).toEqual(new Set([1, 21, 61, 101, 141, 181, 221, 261]));
  });

  it("has no place for a case that is not in the list", () =>
    expect(windowOf([row(1, { tab: "legal" })], { ...filter, tab: "today", chosen: 1 }, NOBODY)).toMatchObject({
      rows: [],
      place: null,
      total: 0,
    }));

  it("shows home and garage as one row, and counts them once", () => {
    const two = [row(1), row(2, { leadId: 1, kind: "parking" }), row(3, { buildingCode: "B", forManager: true })];
    expect(
      windowOf(two, filter, NOBODY).rows.map(({ tenancyId, together }) => [tenancyId, together.map(({ kind }) => kind)]),
    ).toEqual([
      [1, ["parking"]],
      [3, []],
    ]);
    expect(countsOf(two, filter, NOBODY)).toEqual([{ tab: "today", doing: "call", count: 2, forManager: 1 }]);
    expect(countsOf(two, { ...filter, building: "A" }, NOBODY)).toEqual([
      { tab: "today", doing: "call", count: 1, forManager: 0 },
    ]);
  });

  it("keeps to tab, step and building together; what waits for the manager has a list of its own", () => {
    const mixed = [row(1, { doing: "sms" }), row(2, { buildingCode: "B" }), row(3, { tab: "waiting", forManager: true })];
    const ids = (more: Partial<QueueFilter>) =>
      windowOf(mixed, { ...filter, ...more }, NOBODY).rows.map(({ tenancyId }) => tenancyId);
    expect(ids({ tab: "today" })).toEqual([1, 2]);
    expect(ids({ tab: "today", step: "sms" })).toEqual([1]);
    expect(ids({ building: "B" })).toEqual([2]);
    expect(ids({ tab: "manager" })).toEqual([3]);
  });

  it("narrows to a place, to who answers for it, and to months", () => {
    const mine = new Set([7, 9]);
    const asked = (of: Partial<WorkRow>, more: Partial<QueueFilter>) => isAskedFor(row(1, of), { ...filter, ...more }, mine);
    expect(asked({ city: "Rotterdam" }, { building: "plaats:Rotterdam" })).toBe(true);
    expect(asked({ city: "Schiedam" }, { building: "plaats:Rotterdam" })).toBe(false);
    expect(asked({ ownerId: 9 }, { whose: "ik" }), "a colleague one stands in for").toBe(true);
    expect(asked({ ownerId: 8 }, { whose: "ik" })).toBe(false);
    expect(asked({ ownerId: 8 }, { whose: 8 })).toBe(true);
    expect(asked({ ownerId: null }, { whose: "ik" })).toBe(false);
    expect(asked({ ownerId: null }, { whose: "niemand" })).toBe(true);
    expect(asked({ ownerId: 8, ownerLeft: true }, { whose: "niemand" }), "of who left").toBe(true);
    expect(asked({ monthsBehind: 1 }, { months: 2 })).toBe(false);
    expect(asked({ monthsBehind: 2 }, { months: 2 })).toBe(true);
  });

  it("stands in the order asked for; equals keep the order of the list", () => {
    const some = [
      row(1, { lastName: "Zwart", overdueCents: "900", houseNumber: "10" }),
      row(2, { lastName: "Aal", overdueCents: "10000", houseNumber: "9" }),
      row(3, { lastName: "Mol", overdueCents: "900", houseNumber: "100" }),
    ];
    const ids = (order: QueueFilter["order"]) => inOrder(some, order).map(({ tenancyId }) => tenancyId);
    expect(ids("stil")).toEqual([1, 2, 3]);
    expect(ids("bedrag")).toEqual([2, 1, 3]);
    expect(ids("naam")).toEqual([2, 3, 1]);
    expect(ids("adres")).toEqual([2, 1, 3]);
  });
});
