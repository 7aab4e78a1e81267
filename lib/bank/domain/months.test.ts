import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { monthsIn } from "./months";

const on = day("2026-06-03");
const read = (text: string, at = on) => monthsIn(text, at)?.months.join(" ") ?? null;

describe("the months that a payer's text names", () => {
  it.each([
    ["huur mei", "2026-05"],
    ["HUUR MEI 2026", "2026-05"],
    ["Huur mei '26", "2026-05"],
    ["huur mei-26", "2026-05"],
    ["huurmei", "2026-05"],
    ["mei2026 huur", "2026-05"],
    ["2026 mei", "2026-05"],
    ["Huur mrt.", "2026-03"],
    ["febr. 2026", "2026-02"],
    ["Sept", "2025-09"],
    ["oct 2025", "2025-10"],
    ["huur juli", "2026-07"],
    ["huur augustus", "2025-08"],
    ["huur 05-2026", "2026-05"],
    ["huur 5/2026", "2026-05"],
    ["2026-05 huur", "2026-05"],
    ["periode 202605", "2026-05"],
    ["restant huur april 2026, contract 100234", "2026-04"],
  ])("%s", (text, months) => {
    expect(read(text)).toBe(months);
  });

  it.each([
    ["apr/mei", "2026-04 2026-05"],
    ["april en mei 2026", "2026-04 2026-05"],
    ["huur mrt, apr + mei", "2026-03 2026-04 2026-05"],
    ["mrt t/m mei", "2026-03 2026-04 2026-05"],
    ["januari tot en met maart 2026", "2026-01 2026-02 2026-03"],
    ["dec/jan 2026", "2025-12 2026-01"],
    ["april-mei", "2026-04 2026-05"],
    ["mei mei", "2026-05"],
    ["03-2026 en 04-2026", "2026-03 2026-04"],
  ])("several: %s", (text, months) => {
    expect(read(text)).toBe(months);
  });

  it("without a year are those about the day of the payment", () => {
    expect(read("huur dec", day("2026-01-02"))).toBe("2025-12");
    expect(read("huur jan", day("2026-12-28"))).toBe("2027-01");
    expect(read("dec/jan", day("2026-01-02"))).toBe("2025-12 2026-01");
  });

  it.each([
    "huur",
    "26 mei overgemaakt",
    "20-05-2026",
    "2026-05-20",
    "Jan de Vries",
    "huur Jan Pietersen",
    "kenmerk 5000 0567 8901 2345",
    "mrt-jun",
    "jan t/m dec 2025",
    "meijer",
    "decoratie",
    "12.2026.33",
  ])("are not read in: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  it("are shown in the payer's own words", () => {
    expect(monthsIn("Betaling huur APR / mei 2026 woning 5", on)?.words).toBe("APR / mei 2026");
  });
});
