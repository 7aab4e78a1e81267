import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { reassess } from "@/lib/cases/commands/reassess";
import { runArrears } from "@/lib/cases/commands/run";
import { loadFacts } from "@/lib/cases/queries/facts";
import { day, parseMonth } from "@/lib/kernel/day";
import { inTransaction, pool, prisma, sqlOf } from "@/lib/platform/db";
import { outcomeOf } from "../factories/outcome";
import { type Street, storeBankDays, storeMissedCall, storeStreet } from "../factories/street";
import { asOwner } from "./database";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
const at = (text: string) => new Date(`${text}T04:00:00Z`);
const run = (on: string, trigger: "command-line" | "schedule" = "command-line") => runArrears({ day: day(on), trigger });
const setClock = (on: string, part = "morning") =>
  pool().query(
    "INSERT INTO own_clock (id, day, part, set_at) VALUES (1, $1, $2, now()) ON CONFLICT (id) DO UPDATE SET day = $1, part = $2, set_at = now()",
    [on, part],
  );
let street: Street;

beforeAll(async () => {
  street = await storeStreet(pool(), { doors: 24, from: month("2025-10"), through: month("2026-03") });
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  await setClock("2026-03-10");
});

describe("the arrears run", () => {
  it("assesses those who owe something, opens a case for the flagged and asks for the work that follows", async () => {
    const outcome = await run("2026-03-10");
    expect(outcome).toMatchObject({ ok: true, value: { days: 1, closed: 0 } });
    const { cases, assessments, visits } = await outcomeOf(pool());
    expect(cases.length).toBeGreaterThan(5);
    expect(assessments.length).toBeGreaterThanOrEqual(cases.length);
    expect(visits).toContainEqual(
      expect.objectContaining({ purpose: "payment-problem", asked_on: "2026-03-10", visit_before: "2026-03-17" }),
    );
    const onTime = street.tenancies.filter(({ habit }) => habit === "on-time").map(({ id }) => id);
    expect(await prisma().assessment.count({ where: { tenancyId: { in: onTime } } })).toBe(0);
  });

  it("adds nothing the second time", async () => {
    const before = await outcomeOf(pool());
    expect(await run("2026-03-10")).toMatchObject({ ok: true, value: { stored: 0, opened: 0, closed: 0 } });
    expect(await outcomeOf(pool())).toEqual(before);
  });

  it("finds nothing to change when the desk asks again", async () => {
    const before = await outcomeOf(pool());
    await inTransaction((db) =>
      reassess(
        db,
        SYSTEM,
        street.tenancies.filter(({ habit }) => habit !== "on-time").map(({ id }) => id),
      ),
    );
    expect(await outcomeOf(pool())).toEqual(before);
  });

  it("lets two runs at once wait for each other, with one result", async () => {
    await setClock("2026-03-12");
    const [one, other] = await Promise.all([run("2026-03-12"), run("2026-03-12")]);
    expect(one.ok && other.ok).toBe(true);
    const stored = [one, other].map((outcome) => (outcome.ok ? outcome.value.stored : -1));
    expect(Math.min(...stored)).toBe(0);
    const [open] = await asOwner<{ most: number }>(
      "SELECT max(n)::int AS most FROM (SELECT count(*) AS n FROM arrears_case WHERE closed_on IS NULL GROUP BY tenancy_id) x",
    );
    expect(open?.most).toBe(1);
  });

  it("refuses a day before the last one that was run", async () => {
    expect(await run("2026-03-09")).toEqual({ ok: false, code: "run-day-before-last", detail: { lastDay: "2026-03-12" } });
  });

  it("does not undo what the desk learned after the moment the run knows", async () => {
    await setClock("2026-03-16", "afternoon");
    const called = street.tenancies.find(({ habit }) => habit === "half");
    if (!called) throw new Error("nobody pays half");
    await storeMissedCall(pool(), called.id, called.personId, day("2026-03-16"));
    await inTransaction((db) => reassess(db, SYSTEM, [called.id]));
    const last = () => prisma().assessment.findFirst({ where: { tenancyId: called.id }, orderBy: { id: "desc" } });
    const byDesk = await last();
    await run("2026-03-16", "schedule");
    expect((await last())?.id).toBe(byDesk?.id);
  });

  it("shows the rules no fact that was recorded later", async () => {
    const scope = { day: day("2026-03-16"), part: "morning" as const, tenancyIds: [street.tenancies[2]?.id ?? 0] };
    const [early] = await loadFacts(sqlOf(prisma()), { ...scope, knownAt: at("2026-03-16") });
    const [late] = await loadFacts(sqlOf(prisma()), { ...scope, knownAt: new Date("2026-03-16T20:00:00Z") });
    expect([early?.attempts.length, late?.attempts.length]).toEqual([0, 1]);
    const [older] = await loadFacts(sqlOf(prisma()), { ...scope, day: day("2026-03-01"), knownAt: at("2026-03-01") });
    expect(older?.cases).toEqual([]);
  });

  it("closes the case when all is paid, and reopens it when the debit bounces", async () => {
    const id = street.tenancies.find(({ habit }) => habit === "half")?.id as number;
    await pool().query(
      `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at)
       VALUES ($1, 'payment', 180000, '2026-03-17', 'bank', 'B1', '2026-03-17T03:00:00Z')`,
      [id],
    );
    await setClock("2026-03-17");
    await run("2026-03-17");
    expect(await prisma().arrearsCase.findFirst({ where: { tenancyId: id } })).toMatchObject({ closedReason: "cured" });
    const before = await outcomeOf(pool());
    expect(await run("2026-03-17")).toMatchObject({ ok: true, value: { stored: 0, closed: 0 } });
    expect(await outcomeOf(pool())).toEqual(before);
    await pool().query(
      `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, reverses_id, source, source_number, recorded_at)
       SELECT tenancy_id, 'reversal', amount_cents, '2026-03-20', id, 'bank', 'B2', '2026-03-20T03:00:00Z' FROM ledger_entry WHERE tenancy_id = $1 AND source_number = 'B1'`,
      [id],
    );
    await setClock("2026-03-20");
    await run("2026-03-20");
    const cases = await prisma().arrearsCase.findMany({ where: { tenancyId: id } });
    expect(cases).toMatchObject([{ closedOn: null }]);
    expect(await prisma().caseReopening.count({ where: { caseId: cases[0]?.id ?? 0 } })).toBe(1);
  });
});
