import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { reassess } from "@/lib/cases/commands/reassess";
import { runArrears } from "@/lib/cases/commands/run";
import { asksToAct } from "@/lib/cases/domain/acts";
import { lineOf } from "@/lib/cases/domain/line";
import { type Replayed, replay } from "@/lib/cases/queries/replay";
import { addDays, type Day, day, parseMonth } from "@/lib/kernel/day";
import { inSnapshot, inTransaction, pool, prisma } from "@/lib/platform/db";
import { momentAt } from "@/lib/platform/zone";
import { outcomeOf } from "../factories/outcome";
import { type Street, storeBankDays, storeMissedCall, storeStreet } from "../factories/street";

const month = (text: string) => parseMonth(text) as NonNullable<ReturnType<typeof parseMonth>>;
const FIRST = day("2026-03-03");
const LAST = day("2026-03-27");
let street: Street;

const setClock = (on: string, part = "morning") =>
  pool().query(
    "INSERT INTO own_clock (id, day, part, set_at) VALUES (1, $1, $2, now()) ON CONFLICT (id) DO UPDATE SET day = $1, part = $2, set_at = now()",
    [on, part],
  );
const replayed = (on: Day, knownAt: Date): Promise<Replayed[]> =>
  inSnapshot(async (sql) => {
    const found: Replayed[] = [];
    for await (const one of replay(sql, { day: on, knownAt })) found.push(one);
    return found;
  });
const answersOf = (all: readonly Replayed[]) =>
  new Map(all.map((one) => [one.tenancyId, JSON.parse(JSON.stringify(one.assessment))]));
const paid = (tenancyId: number, on: string, amount: number, number: string, recordedAt: string) =>
  pool().query(
    `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at)
     VALUES ($1, 'payment', $2, $3, 'bank', $4, $5)`,
    [tenancyId, amount, on, number, recordedAt],
  );

/** Four weeks of nights, with calls at the desk, a case that is cured and comes back, and money that is known late. */
beforeAll(async () => {
  street = await storeStreet(pool(), { doors: 24, from: month("2025-10"), through: month("2026-03") });
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  const [half] = street.tenancies.filter(({ habit }) => habit === "half");
  for (let on = FIRST; on <= LAST; on = addDays(on, 1)) {
    await setClock(on);
    if (on === "2026-03-12" && half) await paid(half.id, on, 180_000, "cure", "2026-03-12T02:00:00Z");
    if (on === "2026-03-18" && half) await reverse(half.id, on, "2026-03-18T02:00:00Z");
    await runArrears({ day: on, trigger: "schedule" });
    if (on >= "2026-03-09" && on <= "2026-03-20") await callSome(on);
  }
}, 240_000);

async function callSome(on: Day): Promise<void> {
  await setClock(on, "afternoon");
  for (const [place, { id, personId }] of street.tenancies.entries()) {
    if ((place + Number(on.slice(8))) % 5 !== 0) continue;
    await storeMissedCall(pool(), id, personId, on);
    await inTransaction((db) => reassess(db, SYSTEM, [id]));
  }
}

const reverse = (tenancyId: number, on: string, recordedAt: string) =>
  pool().query(
    `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, reverses_id, source, source_number, recorded_at)
     SELECT tenancy_id, 'reversal', amount_cents, $2, id, 'bank', 'back', $3 FROM ledger_entry WHERE tenancy_id = $1 AND source_number = 'cure'`,
    [tenancyId, on, recordedAt],
  );

describe("replaying a day", () => {
  it("gives for every past night the answers that were stored, without writing anything", async () => {
    const before = await outcomeOf(pool());
    const runs = await prisma().run.findMany({ orderBy: { day: "asc" } });
    expect(runs.length).toBeGreaterThan(20);
    let compared = 0;
    for (const run of runs) {
      const on = day(run.day.toISOString().slice(0, 10));
      const answers = answersOf(await replayed(on, run.knownAt));
      const stored = await pool().query<{ id: number; answer: unknown }>(
        "SELECT DISTINCT ON (tenancy_id) tenancy_id AS id, answer FROM assessment WHERE known_at <= $1 ORDER BY tenancy_id, assessment.id DESC",
        [run.knownAt],
      );
      for (const { id, answer } of stored.rows) {
        if (!answers.has(id)) continue;
        expect({ on, id, answer: answers.get(id) }).toEqual({ on, id, answer });
        compared++;
      }
      expect([...answers.keys()].filter((id) => !stored.rows.some((row) => row.id === id))).toEqual([]);
    }
    expect(compared).toBeGreaterThan(200);
    expect(await outcomeOf(pool())).toEqual(before);
  }, 120_000);

  it("shows with later knowledge the list as it should have been, and with that of the day the list as it was", async () => {
    const silent = street.tenancies.find(({ habit }) => habit === "silent")?.id as number;
    const on = day("2026-03-10");
    await paid(silent, "2026-03-09", 600_000, "late", "2026-03-25T02:00:00Z");
    const then = await replayed(on, momentAt(on, 5));
    const now = await replayed(on, new Date("2026-03-26T02:00:00Z"));
    const stepOf = (all: Replayed[]) => all.find((one) => one.tenancyId === silent)?.assessment.contact.step;
    expect([stepOf(then), stepOf(now)]).toEqual(["payment-problem", "cured"]);
  });

  it("knows nothing of what was not recorded yet", async () => {
    expect(await replayed(day("2026-03-10"), new Date("2019-01-01T00:00:00Z"))).toEqual([]);
  });

  it("waits for no writer and lets none wait", async () => {
    const client = await pool().connect();
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(7300)");
    await client.query("SELECT id FROM tenancy FOR UPDATE");
    expect((await replayed(LAST, momentAt(LAST, 5))).length).toBeGreaterThan(5);
    await client.query("ROLLBACK");
    client.release();
  });

  it("comes as one line per tenancy with something to do, in order, the same text every time", async () => {
    const lines = async () => {
      const all = (await replayed(LAST, momentAt(LAST, 5))).filter((one) => asksToAct(one.assessment));
      return all.map(({ number, assessment }) => lineOf(number, assessment, String));
    };
    const first = await lines();
    expect(await lines()).toEqual(first);
    const parsed = first.map((line) => JSON.parse(line));
    const tenancies = parsed.map(({ tenancy }) => String(tenancy));
    expect(tenancies).toEqual([...tenancies].sort());
    for (const line of parsed) {
      expect(Object.keys(line)).toEqual(["tenancy", "contact", "duty", "reasons", "lookAgainOn", "policy"]);
      const amounts = line.reasons.flatMap(({ values }: { values: object }) =>
        Object.entries(values).filter(([key]) => key.endsWith("Cents")),
      );
      expect(amounts.every(([, amount]: [string, unknown]) => Number.isInteger(amount))).toBe(true);
    }
    expect(parsed.some(({ contact }) => contact === "call")).toBe(true);
    expect(parsed.some(({ contact, duty }) => contact.startsWith("wait-") && duty === null)).toBe(false);
  });
});
