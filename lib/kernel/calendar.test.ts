import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  isBankDay,
  isHoliday,
  isWorkingDay,
  NO_CLOSED_DAYS,
  partOfDay,
  pensionDay,
  previousBankDay,
  workingDayFrom,
  workingDaysAfter,
} from "./calendar";
import { addDays, type Day, day, daysBetween } from "./day";

const daysOf = (year: number) => {
  const first = day(`${year}-01-01`);
  return Array.from({ length: daysBetween(first, day(`${year + 1}-01-01`)) }, (_, at) => addDays(first, at));
};
const short = (one: Day) => one.slice(5);

describe("recognised Dutch holidays", () => {
  it.each([
    [2017, ["01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"]],
    [2026, ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"]],
    [2027, ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"]],
  ])("of %i are those of the law", (year, wanted) => {
    expect(daysOf(year).filter(isHoliday).map(short)).toEqual(wanted);
  });

  it("have King's Day on 26 April when the 27th is a Sunday", () => {
    expect([isHoliday(day("2025-04-26")), isHoliday(day("2025-04-27"))]).toEqual([true, false]);
  });
});

describe("a working day", () => {
  it("is not in a weekend, not a holiday and not a day the office marked closed", () => {
    expect(isWorkingDay(day("2026-11-20"))).toBe(true);
    expect(isWorkingDay(day("2026-11-21"))).toBe(false);
    expect(isWorkingDay(day("2026-12-25"))).toBe(false);
    expect(isWorkingDay(day("2026-11-20"), new Set([day("2026-11-20")]))).toBe(false);
  });

  it("is counted after the due day up to and including today", () => {
    // Due on Sunday 1 November 2026: the sixth working day is Monday the 9th.
    expect(workingDaysAfter(day("2026-11-01"), day("2026-11-06"))).toBe(5);
    expect(workingDaysAfter(day("2026-11-01"), day("2026-11-09"))).toBe(6);
    expect(workingDaysAfter(day("2026-11-09"), day("2026-11-09"))).toBe(0);
    expect(workingDaysAfter(day("2026-11-09"), day("2026-11-01"))).toBe(0);
  });

  it("counts over Easter, and over days the office is closed", () => {
    expect(addWorkingDays(day("2026-04-02"), 1)).toBe("2026-04-07");
    expect(addWorkingDays(day("2026-12-24"), 2, new Set([day("2026-12-28")]))).toBe("2026-12-30");
    expect(addWorkingDays(day("2026-12-24"), 2, NO_CLOSED_DAYS)).toBe("2026-12-29");
  });

  it("is found from any day on", () => {
    expect(workingDayFrom(day("2026-11-21"))).toBe("2026-11-23");
    expect(workingDayFrom(day("2026-11-23"))).toBe("2026-11-23");
  });

  it("added and counted are each other's opposite", () => {
    for (const from of daysOf(2026))
      for (const count of [1, 3, 7]) expect(workingDaysAfter(from, addWorkingDays(from, count))).toBe(count);
  });
});

describe("a bank day", () => {
  it("follows TARGET: Labour Day closed, King's Day and 5 May open", () => {
    expect([isBankDay(day("2026-05-01")), isBankDay(day("2026-04-27")), isBankDay(day("2026-05-05"))]).toEqual([
      false,
      true,
      true,
    ]);
    expect(
      daysOf(2026)
        .filter((one) => !isBankDay(one) && new Date(`${one}T12:00:00Z`).getUTCDay() % 6 !== 0)
        .map(short),
    ).toEqual(["01-01", "04-03", "04-06", "05-01", "12-25"]);
  });

  it("before a Monday is the Friday, before the Tuesday after Easter the Thursday", () => {
    expect(previousBankDay(day("2026-11-23"))).toBe("2026-11-20");
    expect(previousBankDay(day("2026-04-07"))).toBe("2026-04-02");
  });
});

describe("pension day", () => {
  it("is the 23rd, or the working day before it", () => {
    expect(pensionDay(day("2026-11-01"))).toBe("2026-11-23");
    expect(pensionDay(day("2026-05-01"))).toBe("2026-05-22");
    expect(pensionDay(day("2027-05-31"))).toBe("2027-05-21");
  });
});

it("a day has a morning until noon and an afternoon until five", () => {
  expect([0, 719, 720, 1019, 1020, 1439].map(partOfDay)).toEqual([
    "morning",
    "morning",
    "afternoon",
    "afternoon",
    "evening",
    "evening",
  ]);
});
