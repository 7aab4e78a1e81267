import { beforeAll, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import { prisma } from "@/lib/platform/db";
import { camt053, file, type TestLine } from "../factories/camt";
import { erp, receipt } from "../factories/erp";

let sequence = 0;
const offer = async (more: Partial<TestLine>) => {
  const id = `A${++sequence}`;
  const line = { cents: 60000, day: "2026-11-16", ref: id, structured: "5000056789012345", ...more };
  await importFiles(SYSTEM, [file(`${id}.xml`, camt053({ iban: "NL14BNGH0285001234", id, to: line.day, lines: [line] }))]);
  const { disposition, because } = await prisma().bankLine.findFirstOrThrow({ orderBy: { id: "desc" } });
  return [disposition, because];
};

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp("contracten", [{ contractnummer: "T1", betalingskenmerk: "5000056789012345" }]),
    erp("mutaties", [{ ...receipt("T1", "O1", "600,00", "2026-11-10"), omschrijving: "Huur oktober 2026" }]),
  ]);
});

it("a receipt of some days after one of the rent administration asks whether it is the same; of another month it is not", async () => {
  expect(await offer({ day: "2026-11-11", text: "huur november" })).toEqual(["posted", "reference"]);
  expect(await offer({ text: "huur oktober" })).toEqual(["suspense", "maybe-erp-sent-it"]);
  expect(await offer({ day: "2026-11-24" })).toEqual(["posted", "reference"]);
  expect(await offer({ day: "2026-11-12", text: "betaling" })).toEqual(["ignored", "erp-sent-it"]);
});
