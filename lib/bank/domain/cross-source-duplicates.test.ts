import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { pairDuplicates, type Resemblance } from "./cross-source-duplicates";

const alike = (line: number, entryId: string, apart: number, texts: readonly [string | null, string | null] = [null, null]) =>
  ({ line, entryId, apart, texts, bookedOn: day("2026-11-03") }) satisfies Resemblance;
const paired = (...some: Resemblance[]) => {
  const { pairs, unsure } = pairDuplicates(some);
  return { pairs: Object.fromEntries(pairs), unsure };
};

describe("one receipt that bank and rent administration both tell", () => {
  it("is paired within a few days, closest first, one to one", () => {
    expect(paired(alike(1, "a", 3), alike(2, "a", 1), alike(1, "b", 2))).toEqual({ pairs: { 1: "b", 2: "a" }, unsure: [] });
  });

  it("is never another month's, however close", () => {
    expect(paired(alike(1, "a", 1, ["huur november", "huur oktober"]))).toEqual({ pairs: {}, unsure: [] });
    const both = [alike(1, "a", 0, ["huur november", "huur oktober"]), alike(1, "b", 3, ["huur november", "Huur 11-2026"])];
    expect(paired(...both)).toEqual({ pairs: { 1: "b" }, unsure: [] });
  });

  it("beyond the usual delay is for a person to say, unless it has its own", () => {
    expect(paired(alike(1, "a", 6))).toEqual({ pairs: {}, unsure: [1] });
    expect(paired(alike(1, "a", 6), alike(2, "a", 0))).toEqual({ pairs: { 2: "a" }, unsure: [] });
  });
});
