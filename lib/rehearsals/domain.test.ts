import { describe, expect, it } from "vitest";
import { isWorkingDay, NO_CLOSED_DAYS, workingDaysAfter } from "../kernel/calendar";
import { day, firstDay, monthOf } from "../kernel/day";
import type { Assessment } from "../rules/answer";
import type { ContactStep } from "../rules/steps";
import { CONTACT_STEPS, DUTY_STEPS } from "../rules/steps";
import { coveredOf } from "./domain/covered";
import { daysToTry } from "./domain/days";
import { changeOf, digestOf, whyOf, workOf } from "./domain/difference";
import { everyStep } from "./domain/use";

const TODAY = day("2026-11-20");
const answer = (step: ContactStep, flagged = true, until: string | null = null): Assessment =>
  ({
    flagged,
    flagReasons: flagged ? [{ code: "months-in-arrears", values: { months: 1, limit: 0.8 } }] : [],
    round: null,
    small: false,
    contact: { step, reasons: [{ code: "within-grace", values: {} }], until: until === null ? null : day(until) },
    duty: { step: "no-duty", reasons: [], until: null },
    also: [],
    reassessOn: null,
    policy: "persoonlijk-contact 1",
  }) satisfies Assessment;
const digest = (step: ContactStep, flagged = true, until: string | null = null) => digestOf(answer(step, flagged, until), TODAY);

describe("the days a draft is tried on", () => {
  const days = daysToTry(TODAY, 5, NO_CLOSED_DAYS);

  it("are today and one in each of the 24 months before and with it, the oldest first", () => {
    expect(days).toHaveLength(25);
    expect(days.at(-1)).toBe(TODAY);
    expect(new Set(days.slice(0, -1).map(monthOf)).size).toBe(24);
    expect([...days].sort()).toEqual(days);
  });

  it("are the first working day on which rent due on the 1st is more than the grace late", () => {
    for (const one of days.slice(0, -1)) {
      expect(isWorkingDay(one)).toBe(true);
      expect(workingDaysAfter(firstDay(monthOf(one)), one)).toBe(6);
    }
  });

  it("leave this month out until its own day has passed", () => {
    expect(daysToTry(day("2026-11-09"), 5, NO_CLOSED_DAYS).at(-2)).toBe("2026-10-09");
    expect(daysToTry(day("2026-11-10"), 5, NO_CLOSED_DAYS).at(-2)).toBe("2026-11-09");
  });

  it("wait longer when the office was closed", () => {
    const closed = new Set([day("2026-11-09")]);
    expect(daysToTry(TODAY, 5, closed).at(-2)).toBe("2026-11-10");
  });
});

describe("the difference a draft makes for one tenancy", () => {
  it.each([
    ["nothing on both sides", digest("watch", false), digest("cured", false), null],
    ["on the list only under the draft", digest("watch", false), digest("call"), "added"],
    ["on the list only without it", digest("call"), digest("watch", false), "dropped"],
    ["on both, with another step", digest("call"), digest("payment-problem"), "moved"],
    ["on both, with the same step", digest("call"), digest("call"), null],
  ] as const)("%s: %#", (_, before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });

  it("counts as work for who does the step, and not while it only waits", () => {
    expect(
      workOf([digest("call"), digest("sms"), digest("caretaker"), digest("payment-problem"), digest("wait-for-contact")]),
    ).toEqual({
      finance: 2,
      consultant: 1,
      caretaker: 1,
    });
    expect(workOf([digest("consultant-review", true, "2026-12-01")]).consultant).toBe(0);
    expect(workOf([digest("consultant-review", true, "2026-11-20")]).consultant).toBe(1);
  });

  it("is explained by why somebody is on the list, or, when they stay on it, by why the step", () => {
    const [on, off] = [digest("call"), digest("watch", false)];
    expect(whyOf("added", off, on).map((one) => one.code)).toEqual(["months-in-arrears"]);
    expect(whyOf("dropped", on, off).map((one) => one.code)).toEqual(["months-in-arrears"]);
    expect(whyOf("moved", on, digest("sms")).map((one) => one.code)).toEqual(["within-grace"]);
  });

  it("leaves out what is open when more is digest, because that is the same under both", () => {
    const late = { code: "rent-late", values: {} };
    const { contact } = answer("call");
    const stepped = (reasons: readonly { code: string; values: object }[]) =>
      digestOf({ ...answer("call"), contact: { ...contact, reasons: reasons as typeof contact.reasons } }, TODAY).stepped;
    expect(stepped([late, { code: "not-called-yet", values: {} }]).map((one) => one.code)).toEqual(["not-called-yet"]);
    expect(stepped([late]).map((one) => one.code)).toEqual(["rent-late"]);
  });
});

describe("the use of the steps", () => {
  it("names every step once, also those that never came up", () => {
    const used = { ladder: "contact", step: "call", days7: 1, days30: 2, days365: 3, standing: 1, lastDay: TODAY } as const;
    const all = everyStep([used]);
    expect(all.map((one) => one.step)).toEqual([...CONTACT_STEPS, ...DUTY_STEPS]);
    expect(all.find((one) => one.step === "call")).toEqual(used);
    expect(all.filter((one) => one.lastDay === null)).toHaveLength(CONTACT_STEPS.length + DUTY_STEPS.length - 1);
  });
});

describe("why a changed limit changes nobody", () => {
  const on = (...because: string[]) => ({ ...digest("call"), because });
  it("is digest: for how many it says something else, and what keeps them on the list", () => {
    const pairs = [
      [on("month-half-open"), on("month-half-open", "months-in-arrears")],
      [on("month-half-open", "old-amount"), on("month-half-open", "old-amount", "months-in-arrears")],
      [on("short-months", "old-amount"), on("short-months")],
    ] as const;
    expect(coveredOf(pairs)).toEqual([
      { code: "months-in-arrears", gained: 2, lost: 0, by: "month-half-open" },
      { code: "old-amount", gained: 0, lost: 1, by: "short-months" },
    ]);
  });

  it("is not digest of who comes onto the list or falls off it: those are in the lists", () => {
    expect(coveredOf([[{ ...digest("watch", false), because: [] }, on("months-in-arrears")]])).toEqual([]);
  });
});
