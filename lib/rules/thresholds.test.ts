import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PERSONAL_CONTACT_1, type PolicyValues, type ThresholdName } from "./policy";
import {
  changesBetween,
  FIRST_VALUES,
  faultsIn,
  IN_ORDER,
  policyFrom,
  THRESHOLD_NAMES,
  THRESHOLDS,
  valuesOf,
} from "./thresholds";

const withValue = (name: ThresholdName, value: number): PolicyValues => ({ ...FIRST_VALUES, [name]: value });

describe("the thresholds", () => {
  it("of the first version are all allowed", () => {
    expect(faultsIn(FIRST_VALUES)).toEqual([]);
  });

  it("each have a unit, bounds that leave a choice and a source; what the law gives has its first day", () => {
    for (const name of THRESHOLD_NAMES) {
      const { least, most, source } = THRESHOLDS[name];
      expect(least, name).toBeLessThan(most);
      expect(source.kind === "law" ? source.since : "x", name).not.toBeNull();
    }
  });

  it.each(THRESHOLD_NAMES.map((name) => [name] as const))(
    "%s is refused just outside its bounds, and when it is not whole",
    (name) => {
      const { least, most } = THRESHOLDS[name];
      const codes = (value: number) =>
        faultsIn(withValue(name, value))
          .filter((one) => one.threshold === name)
          .map((one) => one.code);
      expect(codes(least - 1)).toEqual(["too-low"]);
      expect(codes(most + 1)).toEqual(["too-high"]);
      expect(codes(least + 0.5)).toEqual(["not-whole"]);
      expect(codes(Number.NaN)).toEqual(["not-whole"]);
      expect(codes(least)).not.toContain("too-low");
      expect(codes(most)).not.toContain("too-high");
    },
  );

  it.each(IN_ORDER)("%s may be as much as %s, and no more", (lower, higher) => {
    const value = Math.max(THRESHOLDS[lower].least, THRESHOLDS[higher].least);
    const faults = (low: number) =>
      faultsIn({ ...FIRST_VALUES, [higher]: value, [lower]: low }).map((one) => [one.threshold, one.code, one.limit]);
    expect(faults(value)).not.toContainEqual([lower, "more-than", higher]);
    expect(faults(value + 1)).toContainEqual([lower, "more-than", higher]);
  });

  it("go to the rules and back without loss", () => {
    expect(policyFrom("persoonlijk-contact", 1, FIRST_VALUES)).toEqual(PERSONAL_CONTACT_1);
    const anyValues = fc.record(
      Object.fromEntries(
        THRESHOLD_NAMES.map((name) => [name, fc.integer({ min: THRESHOLDS[name].least, max: THRESHOLDS[name].most })]),
      ),
    ) as fc.Arbitrary<PolicyValues>;
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(valuesOf(policyFrom("x", 2, values))).toEqual(values);
      }),
    );
  });

  it("that differ are named with what they were and what they become", () => {
    expect(changesBetween(FIRST_VALUES, withValue("flagMonthsInArrears", 80))).toEqual([
      { threshold: "flagMonthsInArrears", from: 50, to: 80 },
    ]);
    expect(changesBetween(FIRST_VALUES, FIRST_VALUES)).toEqual([]);
  });
});

describe("every threshold", () => {
  const sources = ["rules", "holds", "arrangements", "cases", "contact", "visits", "caretaker"].flatMap((room) =>
    readdirSync(`lib/${room}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|^(?:policy|thresholds|explained-facts)\.ts$/.test(file))
      .map((file) => readFileSync(`lib/${room}/${file}`, "utf8")),
  );

  it.each(Object.keys(THRESHOLDS))("is read where something is decided: %s", (name) =>
    expect(sources.some((text) => new RegExp(`\\b${name}\\b`).test(text))).toBe(true),
  );
});
