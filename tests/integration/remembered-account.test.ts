import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { allocateLine } from "@/lib/bank/commands/allocate-line";
import { rematch } from "@/lib/bank/jobs";
import { importFiles } from "@/lib/intake/commands/import-files";
import { pool, prisma } from "@/lib/platform/db";
import { camt053, file } from "../factories/camt";
import { erp } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const AGENCY = "NL09SNSB0004123757";
const FRIEND = "NL21ABNA0004147514";
const NAMES = ["Abels", "Brink", "Coster", "Dam", "Elshout"];
const rent = (nth: number) => 51_000 + nth * 700;
let sequence = 0;

/** One entry of an agency that pays for all of them, as it does every month. */
const batch = () => {
  const details = NAMES.map((name, nth) => ({
    ...{
      cents: rent(nth),
      iban: AGENCY,
      name: "MAATSCHAPPELIJK WERK ZUID",
      text: `HUUR 12-2026 DOSSIER 81${nth} ${name.toUpperCase()}`,
    },
  }));
  const cents = details.reduce((sum, one) => sum + one.cents, 0);
  const id = ++sequence;
  return file(
    `batch${id}.xml`,
    camt053({ iban: OURS, id: `B${id}`, to: "2026-11-20", lines: [{ cents, day: "2026-11-20", ref: `B${id}`, details }] }),
  );
};
const one = (cents: number, more: object) => {
  const id = ++sequence;
  return file(
    `one${id}.xml`,
    camt053({ iban: OURS, id: `O${id}`, to: "2026-11-20", lines: [{ cents, day: "2026-11-20", ref: `O${id}`, ...more }] }),
  );
};
const dispositions = async (fileId: number) =>
  (
    await pool().query<{ number: string | null; suggested: string | null }>(
      `SELECT t.number, s.number AS suggested FROM bank_line l LEFT JOIN tenancy t ON t.id = l.tenancy_id
       LEFT JOIN tenancy s ON s.id = l.suggested_tenancy WHERE l.file_id = $1 ORDER BY l.id`,
      [fileId],
    )
  ).rows.map(({ number, suggested }) => (number ? `on ${number}` : `waits for ${suggested}`));
const place = async (fileId: number, number: string, learn: boolean) => {
  const line = await prisma().bankLine.findFirstOrThrow({ where: { fileId }, orderBy: { id: "asc" } });
  const tenancyId = (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
  return allocateLine(SYSTEM, {
    commandId: randomUUID(),
    lineId: line.id,
    parts: [{ tenancyId, cents: line.amountCents }],
    learn,
  });
};

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      NAMES.map((_name, nth) => ({ contractnummer: `K0000${nth}`, nettohuur: `${rent(nth) / 100},00` })),
    ),
    erp(
      "huurders",
      NAMES.map((achternaam, nth) => ({ contractnummer: `K0000${nth}`, relatienummer: `R${nth}`, achternaam })),
    ),
  ]);
});

describe("an account that pays for many", () => {
  it("is not remembered for one of them, and its lines stay with whom they name", async () => {
    const [first] = await importFiles(SYSTEM, [batch()]);
    const waiting = NAMES.map((_name, nth) => `waits for K0000${nth}`);
    expect(await dispositions(first?.id ?? 0)).toEqual(waiting);
    expect(await place(first?.id ?? 0, "K00000", true)).toMatchObject({ ok: false, code: "pays-for-others" });
    expect(await place(first?.id ?? 0, "K00000", false)).toMatchObject({ ok: true });
    await rematch();
    const [again] = await importFiles(SYSTEM, [batch()]);
    expect((await dispositions(again?.id ?? 0)).slice(1)).toEqual(waiting.slice(1));
  });

  it("says nothing of an account that one household pays from", async () => {
    const [first] = await importFiles(SYSTEM, [one(rent(1), { iban: FRIEND, name: "Z Brink", text: "huur" })]);
    expect(await place(first?.id ?? 0, "K00001", true)).toMatchObject({ ok: true });
    const [again] = await importFiles(SYSTEM, [one(rent(1), { iban: FRIEND, name: "Z Brink", text: "huur dec" })]);
    expect(await dispositions(again?.id ?? 0)).toEqual(["on K00001"]);
    const [other] = await importFiles(SYSTEM, [one(rent(2), { iban: FRIEND, name: "Z Brink", text: "huur Coster" })]);
    expect(await dispositions(other?.id ?? 0)).toEqual(["waits for K00002"]);
    expect(await place(other?.id ?? 0, "K00002", true)).toMatchObject({ ok: false, code: "pays-for-others" });
  });

  it("is seen from what staff placed, though nothing was ever remembered", async () => {
    const account = "NL86INGB0002445588";
    for (const nth of [2, 3, 4]) {
      const [told] = await importFiles(SYSTEM, [one(rent(nth) - 5, { iban: account, name: "ANKER", text: `regel ${nth}` })]);
      expect(await place(told?.id ?? 0, `K0000${nth}`, false)).toMatchObject({ ok: true });
    }
    const tenancyId = (await prisma().tenancy.findUniqueOrThrow({ where: { number: "K00002" } })).id;
    await prisma().tenancyIban.create({ data: { tenancyId, iban: account, recordedAt: new Date() } });
    const [next] = await importFiles(SYSTEM, [one(rent(2), { iban: account, name: "ANKER", text: "huur" })]);
    expect(await dispositions(next?.id ?? 0)).toEqual(["waits for K00002"]);
  });
});
