import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { addAccount } from "@/lib/bank/commands/add-account";
import { statementOf } from "@/lib/bank/queries/statements";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { prisma } from "@/lib/platform/db";
import { file } from "../factories/camt";
import { erp } from "../factories/erp";
import { pain008, type TestBatch } from "../factories/pain008";

const ING = "NL20INGB0001234567";
const RABO = "NL39RABO0300065264";
const BNG = "NL14BNGH0285001234";
const sample = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(path.resolve(import.meta.dirname, "../samples/bank", name))),
});
const offer = async (given: ReturnType<typeof file>) => (await importFiles(SYSTEM, [given]))[0] as FileReport;
const send = (messageId: string, ...batches: TestBatch[]) => offer(file("incasso.xml", pain008(messageId, ...batches)));
/** What the page of the last statement says of its batches. */
async function batches(iban: string) {
  const account = await prisma().bankAccount.findUniqueOrThrow({ where: { iban } });
  const statement = await prisma().bankStatement.findFirstOrThrow({ where: { accountId: account.id }, orderBy: { id: "desc" } });
  const { lines = [] } = (await statementOf(statement.id)) ?? {};
  return lines.flatMap(({ batch }) => (batch ? [[batch.name, batch.oursCents, batch.bookedCents]] : []));
}
const collection = (iban: string, id: string, cents: readonly number[]): TestBatch => ({ id, iban, day: "2026-11-20", cents });

beforeAll(async () => {
  // A tenant whose rent is exactly what the batch comes to: it is still never theirs.
  await importFiles(SYSTEM, [erp("contracten", [{ contractnummer: "1", nettohuur: "12345,67" }])]);
  for (const iban of [ING, RABO, BNG]) await addAccount(SYSTEM, { iban, name: iban });
  await importFiles(
    SYSTEM,
    ["mt940/ing-verzamelincasso.sta", "mt940/rabobank-verzamelboeking.swi", "camt053/verzamelincasso-zonder-posten.xml"].map(
      sample,
    ),
  );
});

describe("a collection that the bank books in one amount", () => {
  it("is never a tenant's, and says that the collection we sent is not known yet", async () => {
    expect(await prisma().bankLine.count({ where: { disposition: "own", because: "own-batch" } })).toBe(3);
    expect(await prisma().ledgerEntry.count()).toBe(0);
    expect(await batches(ING)).toEqual([["INC-2026-11", null, "1234567"]]);
  });

  it("agrees with the batch we sent under its name, whichever comes first", async () => {
    expect(await send("M1", collection(ING, "INC-2026-11", [1000000, 234567]))).toMatchObject({ lines: 1, added: 1 });
    expect(await batches(ING)).toEqual([["INC-2026-11", "1234567", "1234567"]]);
  });

  it("differs when it comes to another amount than we sent", async () => {
    await send("M2", collection(RABO, "PmtInfId-20261120-987", [1000000, 244567]));
    expect(await batches(RABO)).toEqual([["PmtInfId-20261120-987", "1244567", "1234567"]]);
  });

  it("may be booked under the name of the whole message", async () => {
    await send("INC-2026-11", collection(BNG, "deel 1", [1000000]), collection(BNG, "deel 2", [234567]));
    expect(await batches(BNG)).toEqual([["INC-2026-11", "1234567", "1234567"]]);
  });

  it("without a name we know is the collection of that amount of those days", async () => {
    await prisma().bankLine.updateMany({ where: { batch: "PmtInfId-20261120-987" }, data: { batch: null } });
    await send("M3", collection(RABO, "anders", [1234567]));
    expect(await batches(RABO)).toEqual([["anders", "1234567", "1234567"]]);
  });
});

describe("a collection file", () => {
  it("offered twice counts once", async () => {
    const known = await send("M1", collection(ING, "INC-2026-11", [1000000, 234567]));
    expect(known).toMatchObject({ lines: 1, added: 0, known: 1 });
  });

  it("is refused whole when it contradicts itself, or collects on an account that is not ours", async () => {
    const before = await prisma().collectionBatch.count();
    const good = collection(ING, "goed", [100]);
    expect((await send("F1", good, { ...collection(ING, "fout", [100]), statedCents: 101 })).refused?.code).toBe(
      "collection-differs",
    );
    expect((await send("F2", good, collection("NL44INGB0004100000", "vreemd", [100]))).refused?.code).toBe("foreign-account");
    expect((await send("F3", good, collection(ING, "nul", [0]))).refused).toMatchObject({
      code: "bad-collection",
      values: { line: 11 },
    });
    expect(await prisma().collectionBatch.count()).toBe(before);
  });
});
