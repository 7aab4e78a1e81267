import { beforeAll, describe, expect, it } from "vitest";
import { runArrears } from "@/lib/cases/commands/run";
import { day, parseMonth } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import type { StepUse } from "@/lib/rehearsals/domain/use";
import { ruleUse } from "@/lib/rehearsals/queries/use";
import { setClock } from "../factories/door";
import { storeBankDays, storeMissedCall, storeStreet } from "../factories/street";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
const run = async (on: string) => {
  await setClock(on);
  await runArrears({ day: day(on), trigger: "command-line" });
};

beforeAll(async () => {
  const street = await storeStreet(pool(), { doors: 16, from: month("2026-01"), through: month("2026-03") });
  await storeBankDays(pool(), day("2026-01-01"), day("2026-03-31"));
  await run("2026-03-10");
  const called = street.tenancies.find(({ habit }) => habit === "half") ?? street.tenancies[0];
  if (!called) throw new Error("an empty street");
  await storeMissedCall(pool(), called.id, called.personId, day("2026-03-11"));
  await run("2026-03-12");
});

/** The same from the stored answers, one tenancy at a time: how often somebody arrived at each contact step. */
async function arrivals(since: string): Promise<Map<string, number>> {
  const rows = await prisma().assessment.findMany({ orderBy: [{ tenancyId: "asc" }, { id: "asc" }] });
  const counts = new Map<string, number>();
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const arrived = before?.tenancyId !== row.tenancyId || before.contactStep !== row.contactStep;
    if (arrived && row.day > new Date(since)) counts.set(row.contactStep, (counts.get(row.contactStep) ?? 0) + 1);
  });
  return counts;
}
const contact = (steps: readonly StepUse[]) => steps.filter((one) => one.ladder === "contact");

describe("how the rules are doing", () => {
  it("counts how often somebody arrived at each step, in a week, a month and a year", async () => {
    const { steps } = await ruleUse();
    for (const [span, since] of [
      ["days7", "2026-03-05"],
      ["days30", "2026-02-10"],
      ["days365", "2025-03-12"],
    ] as const) {
      const counted = await arrivals(since);
      for (const one of contact(steps)) expect([one.step, one[span]]).toEqual([one.step, counted.get(one.step) ?? 0]);
    }
    const answered = await prisma().assessment.groupBy({ by: ["tenancyId"] });
    expect(contact(steps).reduce((sum, one) => sum + one.standing, 0)).toBe(answered.length);
  });

  it("counts a week from the day it is, so that an old arrival drops out", async () => {
    await setClock("2026-03-25");
    const { steps } = await ruleUse();
    expect(contact(steps).every((one) => one.days7 === 0)).toBe(true);
    expect(contact(steps).some((one) => one.days30 > 0)).toBe(true);
    await setClock("2026-03-12");
  });

  it("names steps that never came up, and facts that nothing fills", async () => {
    const { steps, facts } = await ruleUse();
    expect(steps.find((one) => one.step === "legal-running")).toMatchObject({ days365: 0, standing: 0, lastDay: null });
    const filled = (fact: string) => facts.find((one) => one.fact === fact)?.filled;
    expect(filled("monthlyRent")).toBe(16);
    expect(filled("calls")).toBe(1);
    expect([filled("legalSteps"), filled("balanceDiffers"), filled("closedDays")]).toEqual([0, 0, 0]);
    await prisma().closedDay.create({ data: { day: new Date("2026-05-05"), reason: "Bevrijdingsdag" } });
    expect((await ruleUse()).facts.find((one) => one.fact === "closedDays")?.filled).toBe(1);
  });

  it("tells what else fitted", async () => {
    const { overlaps } = await ruleUse();
    expect(overlaps.length).toBeGreaterThan(0);
    for (const one of overlaps) expect(one.also).not.toBe(one.step);
  });
});
