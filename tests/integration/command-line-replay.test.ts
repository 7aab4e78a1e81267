import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { day, parseMonth } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { storeBankDays, storeStreet } from "../factories/street";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
function aanbel(...args: string[]): { code: number; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/aanbel.mjs", ...args], {
    env: { ...process.env, npm_lifecycle_event: "aanbel" },
    encoding: "utf8",
  });
  return { code: status ?? -1, out: stdout, said: stderr };
}
let number = "";

beforeAll(async () => {
  const { tenancies } = await storeStreet(pool(), { doors: 8, from: month("2025-10"), through: month("2026-03") });
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  const silent = tenancies.find(({ habit }) => habit === "silent")?.id as number;
  number = (await prisma().tenancy.findUniqueOrThrow({ where: { id: silent } })).number;
});

describe("aanbel run --dry-run", () => {
  it("prints one line of JSON per tenancy with something to do, in order, and keeps nothing", async () => {
    const { code, out } = aanbel("run", "--as-of", "2026-03-12", "--known-at", "2026-03-12T05:00", "--dry-run", "--json");
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.find(({ tenancy }) => tenancy === number)).toMatchObject({
      contact: "payment-problem",
      duty: "missing-effort",
    });
    const tenancies = lines.map(({ tenancy }) => String(tenancy));
    expect(tenancies).toEqual([...tenancies].sort());
    expect([await prisma().run.count(), await prisma().assessment.count()]).toEqual([0, 0]);
  });

  it("knows nothing of what was learned later", () => {
    const { code, out } = aanbel("run", "--as-of", "2026-03-12", "--known-at", "2019-01-01T05:00", "--dry-run", "--json");
    expect([code, out]).toEqual([0, ""]);
  });

  it.each(["2026-03-12T05:00+99:99", "2026-03-12T05:00:99Z", "2026-03-12T24:00", "2026-03-12"])(
    "refuses %s, which is no moment, in one sentence",
    (text) => {
      const { code, out, said } = aanbel("run", "--as-of", "2026-03-12", "--known-at", text, "--dry-run", "--json");
      expect([code, out]).toEqual([1, ""]);
      expect(said.trim()).toMatch(/^--known-at: .* is geen moment\. [^\n]*$/);
    },
  );
});

describe("aanbel explain", () => {
  it("tells why in words and as JSON, and says when a contract does not exist", () => {
    expect(aanbel("explain", number, "--as-of", "2026-03-12").out).toContain("Staat in de lijst");
    const { out } = aanbel("explain", number, "--as-of", "2026-03-12", "--json");
    expect(JSON.parse(out)).toMatchObject({ tenancy: number, asOf: "2026-03-12", inList: true, flagged: true });
    const unknown = aanbel("explain", "bestaat-niet", "--as-of", "2026-03-12");
    expect([unknown.code, unknown.said]).toEqual([1, expect.stringContaining("bestaat niet")]);
  });
});
