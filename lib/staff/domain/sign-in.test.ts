import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceOf, innerPath, nextTry, stageOf, waitAfter, waitAtAddress } from "./sign-in";

describe("guessing a password", () => {
  it("costs nothing for the first four mistakes, and longer and longer after", () => {
    expect([0, 4, 5, 9, 10, 19, 20, 500].map(waitAfter)).toEqual([0, 0, 60_000, 60_000, 300_000, 300_000, 900_000, 900_000]);
  });
});

describe("guessing at many accounts", () => {
  it("is stopped at the address it comes from after twenty mistakes, longer and longer", () => {
    expect([0, 19, 20, 39, 40, 79, 80, 900].map(waitAtAddress)).toEqual([
      ...[0, 0, 60_000, 60_000, 300_000, 300_000, 900_000, 900_000],
    ]);
  });

  it("may go on that long after the last mistake", () => {
    const failures = [5, 3, 1, 4, 2].map((at) => ({ at }));
    expect(nextTry(failures, waitAfter)).toBe(60_005);
    expect(nextTry([], waitAfter)).toBe(0);
  });
});

describe("the steps of signing in", () => {
  const steps = { factorWaits: false, hasFactor: false, mustChangePassword: false, factorDemanded: false };
  it.each([
    ["nothing more", {}, "open"],
    ["the second step of who has one", { factorWaits: true, hasFactor: true, mustChangePassword: true }, "factor"],
    ["a password of one's own where another gave it", { mustChangePassword: true, factorDemanded: true }, "password"],
    ["setting up a second step where the role asks for one", { factorDemanded: true }, "enrol"],
    ["nothing more of who has one", { factorDemanded: true, hasFactor: true }, "open"],
  ] as const)("are %s", (_, given, stage) => {
    expect(stageOf({ ...steps, ...given })).toBe(stage);
  });
});

describe("where someone goes after signing in", () => {
  it("is the page that was asked for", () => {
    expect(innerPath("/dossier/12?tab=huur")).toBe("/dossier/12?tab=huur");
  });

  it("is never outside the program, however it is written", () => {
    const outside = [
      "//elders.nl",
      "https://elders.nl",
      "/\\elders.nl",
      "\\\\elders.nl",
      "/\t/elders.nl",
      "/\n/elders.nl",
      "javascript:alert(1)",
      "elders.nl",
      "",
      null,
    ];
    expect(outside.map(innerPath)).toEqual(outside.map(() => null));
  });

  it("stays on the same host for any text whatever", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = innerPath(`/${text}`);
        return path === null || new URL(path, "https://aanbel.example").host === "aanbel.example";
      }),
    );
  });
});

describe("a device", () => {
  it("is told by what the browser says it is", () => {
    expect(deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)")).toBe("phone");
    expect(deviceOf("Mozilla/5.0 (Windows NT 10.0; Win64; x64)")).toBe("computer");
    expect(deviceOf(null)).toBe("unknown");
  });
});
