import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { allocateLine } from "@/lib/bank/commands/allocate-line";
import { reverseAllocation } from "@/lib/bank/commands/reverse-allocation";
import { rematch } from "@/lib/bank/jobs";
import { importFiles } from "@/lib/intake/commands/import-files";
import { pool, prisma } from "@/lib/platform/db";
import { camt053, file } from "../factories/camt";
import { charge, erp } from "../factories/erp";
import { databaseUrl } from "./database";

const HOMES = 6;
const NUMBERS = Array.from({ length: HOMES }, (_, index) => `K${index}`);
const ibanOf = (index: number) => `NL00TEST000000000${index}`;
const LINES = NUMBERS.flatMap((_, index) =>
  ["huur nov", "huur"].map((text, nth) => ({
    ...{ cents: 60000 - nth, day: "2026-11-19", ref: `${index} ${nth}`, iban: ibanOf(index), text },
  })),
);

/** Does this in a process of its own, which dies without warning right before a statement that holds these words. */
async function killedBefore(words: string, work: string): Promise<NodeJS.Signals | null> {
  const script = `
    const { default: pg } = await import("pg");
    const query = pg.Client.prototype.query;
    pg.Client.prototype.query = function (...given) {
      const text = typeof given[0] === "string" ? given[0] : (given[0]?.text ?? "");
      if (text.includes(${JSON.stringify(words)})) process.kill(process.pid, "SIGKILL");
      return query.apply(this, given);
    };
    ${work}
    process.exit(0);
  `;
  const at = path.join(process.cwd(), "tests", `.killed-${process.pid}-${randomUUID()}.mts`);
  writeFileSync(at, script);
  const env = { ...process.env, AANBEL_DATABASE_URL: databaseUrl() };
  const child = spawn(process.execPath, ["--import", "tsx", at], { env, stdio: "inherit" });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_code, by) => resolve(by)));
  rmSync(at, { force: true });
  return signal;
}
const REMATCH = `const { rematch } = await import("@/lib/bank/jobs"); await rematch();`;

const standing = async () =>
  (
    await pool().query(
      `SELECT (SELECT count(*)::int FROM ledger_entry WHERE kind = 'payment') AS posted, (SELECT count(*)::int FROM designation) AS named,
         (SELECT count(*)::int FROM bank_line WHERE disposition = 'suspense') AS waiting, (SELECT count(*)::int FROM tenancy) AS contracts`,
    )
  ).rows[0];

beforeAll(async () => {
  const statement = { iban: "NL14BNGH0285001234", id: "S", to: "2026-11-20", lines: LINES };
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      NUMBERS.map((contractnummer) => ({ contractnummer })),
    ),
    erp(
      "mutaties",
      NUMBERS.flatMap((number) => [
        { ...charge(number, "1", "600,00", "2026-10-01"), boekdatum: "2026-10-01" },
        { ...charge(number, "2", "600,00", "2026-11-01"), boekdatum: "2026-11-01" },
      ]),
    ),
    file("a.xml", camt053(statement)),
  ]);
});

describe("looking again at what waits, killed without warning", () => {
  it("leaves nothing half done, wherever it dies, and the next look does all of it once", async () => {
    for (const [index, number] of NUMBERS.entries()) {
      const { id } = await prisma().tenancy.findUniqueOrThrow({ where: { number } });
      await prisma().tenancyIban.create({ data: { tenancyId: id, iban: ibanOf(index) } });
    }
    const before = await standing();
    expect(before).toEqual({ posted: 0, named: 0, waiting: LINES.length, contracts: HOMES });
    for (const place of ["INSERT INTO ledger_entry", "INTO remittance", "INSERT INTO designation", "COMMIT"]) {
      expect(await killedBefore(place, REMATCH), place).toBe("SIGKILL");
      expect(await standing(), place).toEqual(before);
    }
    await rematch();
    const after = { posted: LINES.length, named: HOMES, waiting: 0, contracts: HOMES };
    expect(await standing()).toEqual(after);
    await rematch();
    expect(await standing()).toEqual(after);
  });

  it("takes the file of contracts with it that made it look, and the file offered again does both", async () => {
    const line = { cents: 51000, day: "2026-11-20", ref: "late", structured: "7000000000006" };
    await importFiles(SYSTEM, [file("b.xml", camt053({ iban: "NL14BNGH0285001234", id: "T", to: "2026-11-20", lines: [line] }))]);
    const before = await standing();
    const given = erp("contracten", [{ contractnummer: "LATE", betalingskenmerk: "7000000000006" }]);
    const at = path.join(process.cwd(), "tests", `.contracten-${process.pid}.csv`);
    writeFileSync(at, given.bytes);
    const work = `const { importFiles } = await import("@/lib/intake/commands/import-files");
      const { SYSTEM } = await import("@/lib/auth/actor");
      await importFiles(SYSTEM, [${JSON.stringify(at)}]);`;
    expect(await killedBefore("INTO remittance", work)).toBe("SIGKILL");
    rmSync(at);
    expect(await standing()).toEqual(before);
    await importFiles(SYSTEM, [given]);
    expect(await standing()).toMatchObject({ posted: before.posted + 1, waiting: 0, contracts: HOMES + 1 });
  });
});

describe("two people at the same line at once", () => {
  let nth = 0;
  const waiting = async (cents: number) => {
    const lines = [{ cents, day: "2026-11-20", ref: `W${++nth}` }];
    await importFiles(SYSTEM, [file("w.xml", camt053({ iban: "NL14BNGH0285001234", id: `W${nth}`, to: "2026-11-20", lines }))]);
    return (await prisma().bankLine.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
  };
  const codes = (outcomes: readonly { ok: boolean; code?: string }[]) =>
    outcomes.map((it) => (it.ok ? "done" : it.code)).sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
  const ids = async () =>
    (await prisma().tenancy.findMany({ take: 3, orderBy: { id: "asc" } })).map((row) => row.id) as [number, number, number];
  const booked = async (cents: number) =>
    (
      await pool().query(
        "SELECT coalesce(sum(CASE kind WHEN 'payment' THEN amount_cents ELSE -amount_cents END), 0)::int AS cents FROM ledger_entry WHERE amount_cents = ANY ($1) AND kind <> 'charge'",
        [[cents]],
      )
    ).rows[0].cents;

  it("divide it once, in one of the two ways", async () => {
    const lineId = await waiting(8007);
    const [one, two, three] = await ids();
    const divide = (other: number) =>
      allocateLine(SYSTEM, {
        ...{ commandId: randomUUID(), lineId, learn: false },
        parts: [
          { tenancyId: one, cents: 4001n },
          { tenancyId: other, cents: 4006n },
        ],
      });
    expect(codes(await Promise.all([divide(two), divide(three)]))).toEqual(["already-allocated", "done"]);
    expect([await booked(4001), await booked(4006)]).toEqual([4001, 4006]);
    expect(await prisma().bankPart.count({ where: { lineId } })).toBe(2);
  });

  it("undo it once, and place it again once", async () => {
    const lineId = await waiting(9003);
    const [one, two] = await ids();
    const place = (tenancyId: number) =>
      allocateLine(SYSTEM, { commandId: randomUUID(), lineId, parts: [{ tenancyId, cents: 9003n }], learn: false });
    const undo = () => reverseAllocation(SYSTEM, { commandId: randomUUID(), lineId });
    await place(one);
    expect(codes(await Promise.all([undo(), undo()]))).toEqual(["done", "not-allocated"]);
    expect(await booked(9003)).toBe(0);
    expect(codes(await Promise.all([place(one), place(two)]))).toEqual(["already-allocated", "done"]);
    expect(await booked(9003)).toBe(9003);
  });

  it("one undoes what the other divides: one effect after the other, never half of both", async () => {
    const lineId = await waiting(7011);
    const [one, two] = await ids();
    const parts = [
      { tenancyId: one, cents: 3005n },
      { tenancyId: two, cents: 4006n },
    ];
    await allocateLine(SYSTEM, { commandId: randomUUID(), lineId, parts, learn: false });
    const [undone, placed] = await Promise.all([
      reverseAllocation(SYSTEM, { commandId: randomUUID(), lineId }),
      allocateLine(SYSTEM, { commandId: randomUUID(), lineId, parts, learn: false }),
    ]);
    expect(undone.ok).toBe(true);
    expect(await booked(3005)).toBe(placed.ok ? 3005 : 0);
    expect(await prisma().bankPart.count({ where: { lineId, undoneAt: null } })).toBe(placed.ok ? 2 : 0);
  });
});
