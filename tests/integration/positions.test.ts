import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { allocate } from "@/lib/ledger/domain/allocate";
import { owing } from "@/lib/ledger/queries/owing";
import { positions } from "@/lib/ledger/queries/positions";
import { pool, prisma, sqlOf, sqlOfClient } from "@/lib/platform/db";
import { anyDay, knownAfter, randomLedger } from "../factories/ledger";
import { many } from "../factories/many";
import { storeLedger, storeTenancy } from "../factories/store";

const WAVES = [
  new Date("2026-03-01T04:00:00.123Z"),
  new Date("2026-05-01T04:00:00.456Z"),
  new Date("2026-07-01T04:00:00.789Z"),
] as const;

describe("positions in the database", () => {
  it("are for any rent account, day and knowledge the same as laying the receipts out in memory", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomLedger, { minLength: 12, maxLength: 12 }),
        anyDay,
        fc.constantFrom(0, 1, 2),
        async (ledgers, asOf, last) => {
          const ids: number[] = [];
          for (const ledger of ledgers) {
            const id = await storeTenancy(pool());
            ids.push(id);
            await storeLedger(pool(), id, {
              entries: ledger.entries.map((entry) => ({ ...entry, recordedAt: WAVES[entry.wave] })),
              designations: ledger.designations.map((named) => ({ ...named, recordedAt: WAVES[named.wave] })),
            });
          }
          const knownAt = WAVES[last] as Date;
          const found = new Map(
            (await positions(sqlOfClient(pool()), { asOf, knownAt, tenancyIds: ids })).map((p) => [p.tenancyId, p]),
          );
          const owe = [...found.values()].filter(({ overdue }) => overdue > 0n).map(({ tenancyId }) => tenancyId);
          expect(await owing(sqlOfClient(pool()), { asOf, knownAt, tenancyIds: ids })).toEqual(owe.sort((a, b) => a - b));
          for (const [index, ledger] of ledgers.entries()) {
            const { entries, designations } = knownAfter(ledger, last);
            const id = ids[index] as number;
            const seen = entries.some((entry) => entry.bookedOn <= asOf);
            expect(found.get(id)).toEqual(
              seen ? { tenancyId: id, ...allocate({ entries, designations, arrangements: [] }, asOf).position } : undefined,
            );
          }
        },
      ),
      { numRuns: many(25, 850) },
    );
  }, 900_000);

  it("leave out what was recorded later, and answer alike on both connections", async () => {
    const id = await storeTenancy(pool());
    const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;
    await storeLedger(pool(), id, {
      entries: [
        {
          ...blank,
          id: "1",
          number: "1",
          kind: "charge",
          category: "rent",
          amount: cents(60_000),
          bookedOn: day("2026-02-01"),
          dueOn: day("2026-02-01"),
        },
        {
          ...blank,
          id: "2",
          number: "2",
          kind: "payment",
          amount: cents(60_000),
          bookedOn: day("2026-02-03"),
          recordedAt: WAVES[1],
        },
      ],
    });
    const at = { asOf: day("2026-02-10"), tenancyIds: [id] };
    const before = await positions(sqlOfClient(pool()), { ...at, knownAt: WAVES[0] });
    const after = await positions(sqlOf(prisma()), { ...at, knownAt: WAVES[1] });
    expect([before[0]?.overdue, after[0]?.overdue]).toEqual([60_000n, 0n]);
    expect(await positions(sqlOf(prisma()), { ...at, knownAt: WAVES[0] })).toEqual(before);
  });

  it("cover every tenancy with an entry when none is named", async () => {
    const id = await storeTenancy(pool());
    const all = await positions(sqlOf(prisma()), { asOf: day("2026-09-01"), knownAt: WAVES[2], tenancyIds: null });
    expect(all.length).toBeGreaterThan(0);
    expect(all.some((position) => position.tenancyId === id)).toBe(false);
  });
});
