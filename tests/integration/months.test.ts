import { beforeAll, describe, expect, it } from "vitest";
import { day, parseMonth } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { refreshMonths, refreshStaleMonths } from "@/lib/ledger/commands/months";
import { pool, prisma } from "@/lib/platform/db";
import { storeLedger, storeTenancy } from "../factories/store";
import { type Street, storeStreet } from "../factories/street";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
const figure = (of: string) => prisma().monthFigure.findUniqueOrThrow({ where: { month: of } });
const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;
let street: Street;

beforeAll(async () => {
  street = await storeStreet(pool(), { doors: 2, from: month("2026-01"), through: month("2026-03") });
  const departed = await storeTenancy(pool(), { endsOn: "2026-01-15" });
  await storeLedger(pool(), departed, {
    entries: [
      {
        ...blank,
        id: "1",
        number: "1",
        kind: "charge",
        category: "costs",
        amount: cents(25_000),
        bookedOn: day("2026-01-10"),
        dueOn: day("2026-01-12"),
      },
    ],
  });
  await pool().query("INSERT INTO own_clock (id, day, part) VALUES (1, '2026-03-10', 'morning')");
});

describe("the figures of a month end", () => {
  it("are computed for every month that is over, sitting tenancies apart from the departed", async () => {
    expect(await refreshStaleMonths()).toBe(2);
    expect(await figure("2026-01")).toMatchObject({
      tenancies: 2,
      arrearsCents: 60_000n,
      departedCents: 25_000n,
      collectableCents: 60_000n,
    });
    expect(await figure("2026-02")).toMatchObject({ arrearsCents: 120_000n });
    const kept = await prisma().monthPosition.findMany({ where: { month: "2026-02" }, orderBy: { overdueCents: "desc" } });
    expect(kept).toMatchObject([
      { sitting: true, overdueCents: 120_000n, monthsBehind: 2, monthsInArrears: 200 },
      { sitting: false, overdueCents: 25_000n, monthsBehind: 0 },
    ]);
  });

  it("are left alone when nothing older came in", async () => {
    expect(await refreshStaleMonths()).toBe(0);
  });

  it("are restated from the month of an entry that was recorded later", async () => {
    const silent = street.tenancies[1]?.id as number;
    await storeLedger(pool(), silent, {
      entries: [
        {
          ...blank,
          id: "9",
          number: "900",
          kind: "payment",
          amount: cents(10_000),
          bookedOn: day("2026-02-20"),
          recordedAt: new Date("2026-03-10T12:00:00Z"),
        },
      ],
    });
    await pool().query("UPDATE own_clock SET part = 'afternoon', day = '2026-03-11'");
    expect(await refreshStaleMonths()).toBe(1);
    expect([(await figure("2026-01")).arrearsCents, (await figure("2026-02")).arrearsCents]).toEqual([60_000n, 110_000n]);
  });

  it("take what is on hold out of the collectable part", async () => {
    const silent = street.tenancies[1]?.id as number;
    await pool().query(
      `WITH h AS (INSERT INTO hold (tenancy_id, reason, from_day, review_on, recorded_at) VALUES ($1, 'dispute', '2026-02-10', '2026-04-01', '2026-02-10') RETURNING id)
       INSERT INTO hold_charge (hold_id, entry_id) SELECT h.id, e.id FROM h, ledger_entry e WHERE e.tenancy_id = $1 AND e.due_on = '2026-02-01'`,
      [silent],
    );
    expect(await refreshMonths(month("2026-01"), month("2026-02"))).toBe(2);
    expect(await figure("2026-02")).toMatchObject({ arrearsCents: 110_000n, collectableCents: 50_000n });
    expect(await figure("2026-01")).toMatchObject({ arrearsCents: 60_000n, collectableCents: 60_000n });
  });
});
