import { format, getISODay, lastDayOfMonth, addDays as laterDay, addMonths as laterMonth } from "date-fns";
import { expect, it } from "vitest";
import { addMonthsToDay, type Day, dayFromNumber, dayNumber, lastDay, monthOf, weekday } from "./day";

// date-fns counts on the machine's clock; Kiritimati, where the other tests run, left out the last day of 1994.
process.env.TZ = "UTC";

const dateOf = (d: Day) => new Date(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8)));
const written = (date: Date) => format(date, "yyyy-MM-dd");

it("counts every day from 1900 to 2199 as date-fns does, with its weekday, its month's end and the same day of another month", () => {
  const last = dayNumber("2199-12-31" as Day);
  const wrong: Day[] = [];
  let before = "1899-12-31" as Day;
  for (let n = dayNumber("1900-01-01" as Day); n <= last; n++) {
    const d = dayFromNumber(n);
    const date = dateOf(d);
    const agrees =
      written(laterDay(dateOf(before), 1)) === d &&
      dayNumber(d) === n &&
      weekday(d) === getISODay(date) &&
      lastDay(monthOf(d)) === written(lastDayOfMonth(date)) &&
      addMonthsToDay(d, (n % 27) - 13) === written(laterMonth(date, (n % 27) - 13));
    if (!agrees) wrong.push(d);
    before = d;
  }
  expect(wrong).toEqual([]);
});
