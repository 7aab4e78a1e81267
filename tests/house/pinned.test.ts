import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import config from "@/next.config";

describe("what is pinned", () => {
  it("sends no action again by itself: people press again, under the same id", () => {
    expect(config.experimental?.useOffline).toBe(false);
  });

  it("tells nobody what it is built with", () => {
    expect(config.poweredByHeader).toBe(false);
  });

  it("has exact versions, and no address of a registry", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  });
});
