import { beforeAll, describe, expect, it } from "vitest";
import { replay } from "@/lib/cases/queries/replay";
import { day } from "@/lib/kernel/day";
import { dayOf } from "@/lib/platform/clock";
import { inSnapshot, pool, prisma } from "@/lib/platform/db";
import { storeSmallDemo } from "../factories/small-demo";

const ENDS = day("2026-11-20");

beforeAll(() => storeSmallDemo(ENDS), 240_000);

interface Stored {
  readonly tenancyId: number;
  readonly knownAt: Date;
  readonly answer: unknown;
}

describe("the past days of the demo", () => {
  it("give the same assessments again, byte for byte, when they are run once more", async () => {
    const { rows } = await pool().query<Stored>(
      `SELECT tenancy_id AS "tenancyId", known_at AS "knownAt", answer FROM assessment ORDER BY assessment.id`,
    );
    const runs = await prisma().run.findMany({ orderBy: { day: "asc" } });
    const differing: unknown[] = [];
    let compared = 0;
    // A day in five, another one of the week each time.
    for (const { day: date, knownAt } of runs.filter((_, place) => place % 5 === 0)) {
      const stood = new Map(rows.filter((row) => row.knownAt <= knownAt).map((row) => [row.tenancyId, row.answer]));
      await inSnapshot(async (sql) => {
        for await (const { tenancyId, assessment } of replay(sql, { day: dayOf(date), knownAt })) {
          compared++;
          const [again, stored] = [canonical(assessment), canonical(stood.get(tenancyId))];
          if (again !== stored) differing.push({ day: dayOf(date), tenancyId, again, stored });
        }
      });
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  }, 240_000);
});

/** Keys in one order: the database keeps its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
