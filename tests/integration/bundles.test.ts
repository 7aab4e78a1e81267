import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { bundle } from "@/bin/bundle.mjs";

it.each(["start/main.ts", "aanbel.ts", "worker.ts", "gateway.ts", "bench.ts", "check.ts", "test/main.ts", "vitest.ts"])(
  "%s becomes a program that Node runs without a loader, the same one when it is asked again",
  async (program) => {
    const file = await bundle(program);
    expect(existsSync(file)).toBe(true);
    expect(await bundle(program)).toBe(file);
  },
);
