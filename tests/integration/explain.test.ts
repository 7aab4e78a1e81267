import { beforeAll, describe, expect, it } from "vitest";
import { explainedJson } from "@/lib/cases/domain/line";
import { type Explained, explain } from "@/lib/cases/queries/explain";
import { factWords } from "@/lib/i18n/facts";
import { translate } from "@/lib/i18n/translate";
import { day, parseMonth } from "@/lib/kernel/day";
import { inSnapshot, pool } from "@/lib/platform/db";
import { type Street, storeBankDays, storeStreet } from "../factories/street";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
const ON = day("2026-03-12");
let street: Street;
const idOf = (habit: string) => street.tenancies.find((one) => one.habit === habit)?.id as number;
const told = async (habit: string, knownAt = "2026-03-12T04:00:00Z", on = ON): Promise<Explained> => {
  const found = await inSnapshot((sql) => explain(sql, { tenancyId: idOf(habit), day: on, knownAt: new Date(knownAt) }));
  if (!found) throw new Error("not known");
  return found;
};
const factOf = (found: Explained, name: string) => found.facts.find(({ fact }) => fact === name);

beforeAll(async () => {
  street = await storeStreet(pool(), { doors: 8, from: month("2025-10"), through: month("2026-03") });
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-12"));
});

describe("an explanation", () => {
  it("tells of a flagged tenancy the step, each fact with its threshold and source, and what else matched", async () => {
    const found = await told("silent");
    expect(found).toMatchObject({
      inList: true,
      blocked: null,
      assessment: { flagged: true, contact: { step: "payment-problem" } },
    });
    expect(factOf(found, "overdue")).toMatchObject({
      value: 360_000,
      limit: 500,
      threshold: "smallAmount",
      source: "ledger",
      beyond: true,
    });
    expect(factOf(found, "actingMonths")).toMatchObject({ value: 600, limit: 200, threshold: "seriousMonths", beyond: true });
    expect(found.alsoContact).toContain("call");
  });

  it("tells of a tenancy that is not in the list why not, with the same facts", async () => {
    const found = await told("on-time");
    expect(found).toMatchObject({
      inList: false,
      assessment: { flagged: false, contact: { step: "cured", reasons: [{ code: "nothing-overdue" }] } },
    });
    expect(factOf(found, "overdue")).toMatchObject({ value: 0, beyond: false });
    expect(explainedJson(found)).toMatchObject({ inList: false, whyNot: [{ code: "nothing-overdue" }] });
  });

  it("names what would be done, and what holds it back", async () => {
    const found = await told("silent", "2026-03-11T04:00:00Z");
    expect(found.blocked).toMatchObject({ step: "payment-problem", by: { step: "wait-for-bank" } });
    expect(factOf(found, "bankThrough")).toMatchObject({ value: "2026-03-10", limit: "2026-03-11", beyond: false });
  });

  it("says of what nobody knows that it is unknown, not that there is none", async () => {
    const found = await told("half", "2026-02-01T00:00:00Z");
    expect(factOf(found, "bankThrough")).toMatchObject({ value: null, unknown: true });
    expect(factOf(found, "smsSentOn")).toMatchObject({ value: null, unknown: false });
  });

  it("marks what was booked before the day and became known after its list was made", async () => {
    await pool().query(
      `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at)
       VALUES ($1, 'payment', 500000, '2026-03-09', 'bank', 'late', '2026-03-20T02:00:00Z')`,
      [idOf("silent")],
    );
    const then = await told("silent");
    const now = await told("silent", "2026-03-21T02:00:00Z");
    expect(then).toMatchObject({ inList: true, later: [{ amount: "500000", bookedOn: "2026-03-09", counted: false }] });
    expect(now).toMatchObject({ inList: false, later: [{ amount: "500000", counted: true }] });
  });

  it("is nothing for a tenancy that was not known then", async () => {
    const knownAt = new Date("2010-01-01T00:00:00Z");
    expect(await inSnapshot((sql) => explain(sql, { tenancyId: idOf("half"), day: ON, knownAt }))).toBeNull();
  });

  it.each(["nl", "en"] as const)("has words for every fact (%s)", async (lang) => {
    const t = translate(lang);
    for (const one of (await told("silent")).facts) {
      const words = factWords(one, t);
      expect(`${words.name} ${words.value} ${words.limit} ${words.source}`, one.fact).not.toMatch(/explain\.|undefined|NaN/);
    }
  });
});
