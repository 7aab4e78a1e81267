import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { allocateLine } from "@/lib/bank/commands/allocate-line";
import { reverseAllocation } from "@/lib/bank/commands/reverse-allocation";
import { importFiles } from "@/lib/intake/commands/import-files";
import { pool, prisma } from "@/lib/platform/db";
import { camt053, file, type TestLine } from "../factories/camt";
import { charge, erp, receipt } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const TENANT = "NL44INGB0004100000";
let sequence = 0;
const offer = async (...lines: TestLine[]) => {
  const id = `S${++sequence}`;
  await importFiles(SYSTEM, [file(`${id}.xml`, camt053({ iban: OURS, id, to: "2026-11-20", lines }))]);
  return prisma().bankLine.findFirstOrThrow({ orderBy: { id: "desc" } });
};
const paidBack = (cents: number, more: Partial<TestLine> = {}): TestLine => ({
  ...{
    cents,
    day: "2026-11-20",
    ref: `R${++sequence}`,
    sign: "DBIT",
    name: "K Zomer",
    iban: TENANT,
    text: "teruggave te veel betaald",
  },
  ...more,
});
const balance = async () =>
  (
    await pool().query<{ cents: number }>(
      `SELECT sum(CASE WHEN e.kind IN ('charge', 'reversal') THEN e.amount_cents ELSE -e.amount_cents END)::int AS cents
       FROM ledger_entry e JOIN tenancy t ON t.id = e.tenancy_id WHERE t.number = 'Z1'`,
    )
  ).rows[0]?.cents;
const act = async (lineId: number, cents: bigint) => ({
  ...{ commandId: randomUUID(), lineId, learn: false },
  parts: [{ tenancyId: (await prisma().tenancy.findUniqueOrThrow({ where: { number: "Z1" } })).id, cents }],
});

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp("contracten", [{ contractnummer: "Z1", iban: TENANT }]),
    erp("huurders", [{ contractnummer: "Z1", relatienummer: "R1", achternaam: "Zomer" }]),
    erp("mutaties", [charge("Z1", "V1", "600,00"), receipt("Z1", "O1", "745,20")]),
  ]);
});

it("asks about what we paid to a tenant, and lowers the credit by it", async () => {
  const line = await offer(paidBack(14520));
  expect(line).toMatchObject({ disposition: "suspense", because: "refund" });
  expect(await balance()).toBe(-14520);
  expect(await allocateLine(SYSTEM, await act(line.id, 14520n))).toMatchObject({ ok: true, value: { posted: 1 } });
  expect(await balance()).toBe(0);
  expect((await reverseAllocation(SYSTEM, { commandId: randomUUID(), lineId: line.id })).ok).toBe(true);
  expect(await balance()).toBe(-14520);
  expect((await allocateLine(SYSTEM, await act(line.id, 14520n))).ok).toBe(true);
  expect(await balance()).toBe(0);
});

it("is a person's question when more was paid back than is free", async () => {
  const line = await offer(paidBack(14520, { text: "nog eens terug" }));
  expect(await allocateLine(SYSTEM, await act(line.id, 14520n))).toMatchObject({ ok: false, code: "more-than-free" });
  expect(await balance()).toBe(0);
});

it("brings the credit back when the payment bounces and is placed", async () => {
  const line = await offer(paidBack(14520, { sign: "CRDT", reversed: true, reason: "AC04" }));
  expect(line).toMatchObject({ disposition: "suspense", because: "returned-payment" });
  expect((await allocateLine(SYSTEM, await act(line.id, 14520n))).ok).toBe(true);
  expect(await balance()).toBe(-14520);
});

it("leaves what we paid to others alone", async () => {
  expect(await offer(paidBack(9900, { name: "Schilder", iban: "NL09SNSB0004123757", text: "factuur 12" }))).toMatchObject({
    disposition: "own",
  });
});
