import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translate } from "../i18n/translate";
import { addDays, type Day, day } from "../kernel/day";
import type { PolicyValues } from "../rules/policy";
import { FIRST_VALUES, THRESHOLD_NAMES, THRESHOLDS } from "../rules/thresholds";
import { idleLimitsIn } from "./domain/idle-limits";
import { CHAPTERS } from "./domain/reading";
import { type Dated, endsOn, inForce, statusOf } from "./domain/status";
import { readThreshold, writeThreshold } from "./domain/typed";
import { editSchema } from "./schema";

const START = day("2026-01-05");
const FIRST: Dated = { version: 1, effectiveFrom: day("1900-01-01"), activatedAt: new Date("1900-01-01"), withdrawnAt: null };

/** Versions that were activated one after another, each for that day or later; some withdrawn before their day. */
const anyVersions = fc
  .array(
    fc.record({ activated: fc.integer({ min: 0, max: 40 }), ahead: fc.integer({ min: 0, max: 20 }), withdrawn: fc.boolean() }),
    { maxLength: 6 },
  )
  .map((all): Dated[] => [
    FIRST,
    ...all.map(({ activated, ahead, withdrawn }, index) => {
      const activatedAt = new Date(`${addDays(START, activated)}T10:00:00Z`);
      const effectiveFrom = addDays(START, activated + ahead);
      const withdrawnAt = withdrawn && ahead > 0 ? new Date(`${addDays(START, activated)}T11:00:00Z`) : null;
      return { version: index + 2, effectiveFrom, activatedAt, withdrawnAt };
    }),
  ]);
const anyDay = fc.integer({ min: -400, max: 100 }).map((count) => addDays(START, count));

describe("versions of a policy", () => {
  it("give every day exactly one version in force, whatever was activated and withdrawn", () => {
    fc.assert(
      fc.property(anyVersions, anyDay, (all, on) => {
        const standing = all.filter((one) => statusOf(one, all, on) === "in-force");
        expect(standing).toEqual([inForce(all, on)]);
      }),
    );
  });

  it("never change an earlier day: what is activated later leaves the days before it as they were", () => {
    fc.assert(
      fc.property(anyVersions, anyDay, (all, on) => {
        const later = [
          ...all,
          { version: 99, effectiveFrom: addDays(on, 1), activatedAt: new Date(`${on}T12:00:00Z`), withdrawnAt: null },
        ];
        expect(inForce(later, on)).toEqual(inForce(all, on));
      }),
    );
  });

  it("are known only from the moment they were activated until they were withdrawn", () => {
    const second: Dated = {
      version: 2,
      effectiveFrom: day("2026-02-02"),
      activatedAt: new Date("2026-01-20T10:00:00Z"),
      withdrawnAt: new Date("2026-01-22T10:00:00Z"),
    };
    const on = (knownAt: string) => inForce([FIRST, second], day("2026-02-10"), new Date(knownAt))?.version;
    expect([on("2026-01-20T09:59:59Z"), on("2026-01-21T00:00:00Z"), on("2026-01-22T10:00:00Z")]).toEqual([1, 2, 1]);
  });

  it("end where the next one starts, and a version for the same day that was activated later comes in its place", () => {
    const one = (version: number, from: string, at: string): Dated => ({
      version,
      effectiveFrom: day(from),
      activatedAt: new Date(at),
      withdrawnAt: null,
    });
    const all = [
      FIRST,
      one(2, "2026-02-02", "2026-01-20"),
      one(3, "2026-02-02", "2026-01-21"),
      one(4, "2026-03-02", "2026-01-22"),
    ];
    expect(all.map((each) => endsOn(each, all))).toEqual(["2026-02-02", "2026-02-02", "2026-03-02", null]);
    expect(all.map((each) => statusOf(each, all, day("2026-02-10")))).toEqual(["past", "past", "in-force", "coming"]);
  });

  it("that are only drafts decide nothing, and before the first version there is none", () => {
    const draft: Dated = { version: 2, effectiveFrom: null, activatedAt: null, withdrawnAt: null };
    expect(statusOf(draft, [FIRST, draft], START)).toBe("draft");
    expect(inForce([draft], START)).toBeNull();
    expect(inForce([FIRST], day("1899-12-31") as Day)).toBeNull();
  });
});

describe("the ladder as a person reads it", () => {
  it("holds every threshold in exactly one passage", () => {
    const told = CHAPTERS.flatMap((chapter) => chapter.passages.flatMap((passage) => passage.thresholds));
    expect([...told].sort()).toEqual([...THRESHOLD_NAMES].sort());
  });

  it.each(["nl", "en"] as const)("has a sentence in %s with a place for each of its thresholds, and no other place", (lang) => {
    const t = translate(lang);
    for (const { key, thresholds } of CHAPTERS.flatMap((chapter) => chapter.passages)) {
      const marked = t(`steps.passage.${key}`, Object.fromEntries(thresholds.map((name) => [name, `<<${name}>>`])));
      expect([...marked.matchAll(/<<(\w+)>>/g)].map(([, name]) => String(name)).sort(), key).toEqual([...thresholds].sort());
    }
  });
});

describe("a threshold in a field", () => {
  it.each([
    ["0,80", "hundredths", 80],
    ["0.80", "hundredths", 80],
    ["1", "hundredths", 100],
    ["1,005", "hundredths", null],
    ["€ 50,00", "cents", 5000],
    ["50", "cents", 5000],
    ["-1", "cents", null],
    ["5", "working-days", 5],
    ["5,5", "working-days", null],
    ["vijf", "days", null],
    ["", "days", null],
  ] as const)("%j in %s is read as %j", (text, unit, value) => {
    expect(readThreshold(text, unit)).toBe(value);
  });

  it("reads back what it wrote", () => {
    for (const name of THRESHOLD_NAMES) {
      const { unit, least, most } = THRESHOLDS[name];
      for (const value of [least, FIRST_VALUES[name], most]) expect(readThreshold(writeThreshold(value, unit), unit)).toBe(value);
    }
  });
});

describe("the form of a draft", () => {
  const typed = Object.fromEntries(
    THRESHOLD_NAMES.map((name) => [name, writeThreshold(FIRST_VALUES[name], THRESHOLDS[name].unit)]),
  );
  const form = (changed: object) => editSchema.safeParse({ versionId: "3", reason: "Eerder bellen", ...typed, ...changed });

  it("is read as whole numbers in their units", () => {
    expect(form({ flagMonthsInArrears: "0,80" }).data).toEqual({
      versionId: 3,
      reason: "Eerder bellen",
      values: { ...FIRST_VALUES, flagMonthsInArrears: 80 },
    });
  });

  it.each([
    [{ graceWorkingDays: "veel" }, "graceWorkingDays", "not-whole"],
    [{ graceWorkingDays: "21" }, "graceWorkingDays", "too-high"],
    [{ flagMonthsInArrears: "0,05" }, "flagMonthsInArrears", "too-low"],
    [{ flagMonthsInArrears: "2,50" }, "flagMonthsInArrears", "more-than-flagMonthsInArrears"],
    [{ reason: "x" }, "reason", "reason"],
  ])("%j is refused at its own field, with what is wrong", (changed, field, message) => {
    expect(form(changed).error?.issues).toContainEqual(expect.objectContaining({ path: [field], message }));
  });

  it("says of every threshold at once what is wrong", () => {
    const { error } = form({ graceWorkingDays: "veel", letterDays: "0", flagMonthsInArrears: "2,50" });
    const said = error?.issues.map((issue) => [issue.path[0], issue.message]);
    expect(said).toEqual([
      ["graceWorkingDays", "not-whole"],
      ["letterDays", "too-low"],
      ["flagMonthsInArrears", "more-than-flagMonthsInArrears"],
    ]);
  });
});

describe("limits that do little", () => {
  const values = FIRST_VALUES;
  const quiet = (more: Partial<PolicyValues>) => idleLimitsIn({ ...values, ...more }).map((one) => `${one.threshold} ${one.how}`);

  it("are none as the product ships", () => {
    expect(idleLimitsIn(values)).toEqual([]);
  });

  it.each([
    ["a report before the letter can be answered", { letterDays: 20, reportDays: 25 }, "reportDays never"],
    ["an income day no further ahead than any promise", { promiseMaxDays: 31 }, "promiseIncomeDayMaxDays never"],
    ["waiting for a habit under the part of a month that counts", { habitBelowMonths: 50 }, "habitBelowMonths seldom"],
  ] as const)("are named: %s", (_, more, named) => {
    expect(quiet(more)).toContain(named);
  });
});
