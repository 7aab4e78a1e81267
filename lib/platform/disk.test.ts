import { describe, expect, it } from "vitest";
import { diskRoom, fits, LEAST_FREE } from "./disk";

describe("a disk that is nearly full", () => {
  it("takes in no file that would leave the desk without room", () => {
    expect(fits(1_000, LEAST_FREE + 2_000)).toBe(true);
    expect(fits(1_000, LEAST_FREE + 1_999)).toBe(false);
    expect(fits(0, LEAST_FREE - 1)).toBe(false);
  });

  it("is asked how much room there is", async () => {
    process.env.AANBEL_DATA_DIR ??= ".";
    const { free, whole } = await diskRoom();
    expect(free).toBeGreaterThan(0);
    expect(whole).toBeGreaterThanOrEqual(free);
  });
});
