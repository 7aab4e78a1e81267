import { beforeAll, describe, expect, it } from "vitest";
import { caseView } from "@/lib/cases/queries/case-view";
import { day, monthOf } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { setClock } from "../factories/door";
import { honesty } from "../factories/honesty";
import { storeSmallDemo } from "../factories/small-demo";

const ENDS = day("2026-11-20");

beforeAll(async () => {
  await storeSmallDemo(ENDS);
  await setClock(ENDS);
}, 240_000);

interface Answer {
  readonly contact: { readonly reasons: readonly { readonly code: string; readonly values: { readonly month?: string } }[] };
}

describe("on the demo, counted from the bare entries", () => {
  it("nobody is followed for what was once wholly paid, inside the grace, or reported too early", async () => {
    const { flaggedAnswers, forPaid, inGrace, reports, tooEarly } = await honesty();
    expect({ forPaid, inGrace, tooEarly }).toEqual({ forPaid: [], inGrace: [], tooEarly: [] });
    expect(flaggedAnswers).toBeGreaterThan(200);
    expect(reports.length).toBeGreaterThan(3);
  });

  it("the months beside a case, its row in the work list and the answer of the rules are the same months", async () => {
    const cases = await prisma().arrearsCase.findMany({ where: { closedOn: null } });
    expect(cases.length).toBeGreaterThan(3);
    let compared = 0;
    for (const { tenancyId } of cases) {
      const view = await caseView(tenancyId);
      const last = await prisma().assessment.findFirstOrThrow({ where: { tenancyId }, orderBy: { id: "desc" } });
      expect(view?.position.monthsBehind).toBe(last.monthsBehind);
      const behind = view?.months.filter(({ open, notDue }) => open > 500n && !notDue).map(({ month }) => month) ?? [];
      const oldest = view?.position.oldestOverdueDue ?? null;
      // The strip shows a year; who is longer behind has more.
      if (oldest === null || monthOf(oldest) < (view?.months[0]?.month ?? "")) continue;
      compared++;
      expect(behind).toHaveLength(last.monthsBehind);
      const { contact } = last.answer as unknown as Answer;
      const named = contact.reasons.find(({ code }) => code === "rent-late" || code === "several-months-late")?.values.month;
      expect([behind[0], undefined]).toContain(named);
    }
    expect(compared).toBeGreaterThan(3);
  });
});
