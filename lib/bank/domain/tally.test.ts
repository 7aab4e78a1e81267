import fc from "fast-check";
import { expect, it } from "vitest";
import { Tally } from "./tally";

it("a tally counts like a table of numbers, also when it has to grow and when names lie close together", () =>
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 2n, max: 60n }), { maxLength: 300 }), fc.boolean(), (names, spread) => {
      const tally = new Tally();
      const counted = new Map<bigint, number>();
      if (spread) for (let n = 1000n; n < 40_000n; n++) tally.count(n);
      for (const name of names) {
        counted.set(name, (counted.get(name) ?? 0) + 1);
        expect(tally.count(name)).toBe(counted.get(name));
      }
    }),
    { numRuns: 40 },
  ));
