import { describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { enterPastFigure } from "@/lib/dashboard/commands";
import { board } from "@/lib/dashboard/queries/board";
import { figures } from "@/lib/dashboard/queries/figures";
import { behindInMonth, evictionsBetween } from "@/lib/dashboard/queries/lists";
import { day, type Month } from "@/lib/kernel/day";
import { refreshMonths } from "@/lib/ledger/commands/months";
import { pool, prisma } from "@/lib/platform/db";
import { setClock } from "../factories/door";
import { paymentOf, rentOf } from "../factories/dossier";
import { storeLedger, storeTenancy } from "../factories/store";

const december = "2016-12" as Month;
const manager = { ...SYSTEM, role: "management" as const };

describe("the board of December", () => {
  it("counts sitting tenants' overdue rent against a year before, departed debt apart, and each number opens its list", async () => {
    await setClock("2026-11-20");
    const behind = await storeTenancy(pool(), { number: "B1" });
    const paid = await storeTenancy(pool(), { number: "B2" });
    const gone = await storeTenancy(pool(), { number: "B3", endsOn: "2016-06-30" });
    // A year before both sitting tenants owed December; now only one owes, and half of it.
    await storeLedger(pool(), behind, {
      entries: [rentOf("2015-12-01"), paymentOf("2016-01-05", 600), rentOf("2016-12-01"), paymentOf("2016-12-05", 300)],
    });
    await storeLedger(pool(), paid, { entries: [rentOf("2015-12-01"), paymentOf("2016-02-05", 600)] });
    await storeLedger(pool(), gone, { entries: [rentOf("2016-06-01")] });
    await refreshMonths("2015-12" as Month, december);
    const at = await board(december);
    expect(at).toMatchObject({ arrears: 30_000n, before: 120_000n, reduction: 75, departed: 60_000n });
    const list = await behindInMonth({
      month: december,
      sitting: true,
      from: null,
      to: null,
      buildingId: null,
      withoutHome: false,
    });
    expect(list.map((row) => [row.number, row.overdue])).toEqual([["B1", 30_000n]]);
    expect(at.bands.map((band) => band.tenants)).toEqual([1, 0, 0, 0, 0]);
    expect(at.bands.map((band) => band.before)).toEqual([0, 2, 0, 0, 0]);
  });

  it("says the same as the command line computes straight from the ledger", async () => {
    const at = await board(december);
    expect(await figures(december)).toMatchObject({
      tenancies: 2,
      arrearsCents: Number(at.arrears),
      arrearsYearBeforeCents: Number(at.before),
    });
  });

  it("counts an eviction on the day it was carried out, over the calendar year up to the month", async () => {
    const [tenancyId = 0] = (await prisma().tenancy.findMany({ where: { number: "B3" } })).map((row) => row.id);
    const eviction = { tenancyId, reason: "arrears", household: "single", recordedAt: new Date("2016-07-02T10:00:00Z") };
    await prisma().eviction.createMany({
      data: [
        { ...eviction, carriedOutOn: new Date("2016-07-01") },
        { ...eviction, carriedOutOn: new Date("2015-03-03"), reason: "nuisance" },
        { ...eviction, carriedOutOn: new Date("2015-12-30") },
      ],
    });
    const november = await figures("2016-11" as Month);
    expect([november.evictions, november.evictionsYearBefore]).toEqual([1, 1]);
    const at = await board(december);
    expect([at.law.evictions, at.evictionsBefore]).toEqual([1, { count: 2, byHand: false }]);
    expect(at.lawBefore.byReason).toEqual({ arrears: 1, nuisance: 1 });
    expect(await evictionsBetween(day("2015-01-01"), day("2015-12-31"))).toHaveLength(2);
  });

  it("lets a figure of before the ledger stand in, and says that it was entered by hand", async () => {
    const value = { kind: "arrears" as const, period: "2014-12", value: 99_000n, source: "Jaarverslag 2014, bladzijde 12" };
    await enterPastFigure(manager, value);
    await enterPastFigure(manager, { ...value, kind: "evictions", period: "2014", value: 9n });
    const at = await board("2015-12" as Month);
    expect([at.before, at.beforeByHand, at.evictionsBefore]).toEqual([99_000n, true, { count: 9, byHand: true }]);
    expect(await prisma().auditEvent.count({ where: { action: "dashboard.enterPastFigure" } })).toBe(2);
    expect((await figures("2015-12" as Month)).arrearsYearBeforeCents).toBe(99_000);
  });
});
