import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { Offered } from "@/lib/intake/commands/offered";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";
import { type ErpRow, erp } from "../factories/erp";

const offer = async (...files: Offered[]) => (await importFiles(SYSTEM, files)).at(-1) as FileReport;
const rows = async (sql: string) => (await pool().query(sql)).rows;
const contract = (number: string, more: ErpRow = {}): ErpRow => ({ contractnummer: number, huisnummer: number, ...more });
const tenant = (number: string, more: ErpRow = {}): ErpRow => ({ contractnummer: number, relatienummer: `R${number}`, ...more });
const endOf = async (number: string) =>
  (await rows(`SELECT ends_on::text AS end FROM tenancy WHERE number = '${number}'`))[0]?.end;
const nameOf = async (number: string) =>
  (await rows(`SELECT concat_ws(' ', initials, prefix, last_name) AS name FROM person WHERE number = '${number}'`))[0]?.name;

beforeAll(() =>
  offer(
    erp(
      "contracten",
      ["71", "72", "73", "74"].map((number) => contract(number)),
    ),
  ),
);

describe("an end date that a later file leaves empty", () => {
  it("runs the tenancy again, with a remark, and only once", async () => {
    await offer(erp("contracten", [contract("71", { einddatum: "2026-09-30" })]));
    expect(await endOf("71")).toBe("2026-09-30");
    const again = await offer(erp("contracten", [contract("71")]));
    expect(await endOf("71")).toBeNull();
    expect([...again.issues, ...again.changes].map(({ field }) => field)).toEqual(["einddatum"]);
    const third = await offer(erp("contracten", [contract("71")]));
    expect([third.added, third.known]).toEqual([0, 1]);
  });

  it("does so when it is written as noughts, and not when an older rent tells it", async () => {
    await offer(erp("contracten", [contract("72", { einddatum: "2026-09-30", huur_per: "2026-07-01" })]));
    await offer(erp("contracten", [contract("72", { huur_per: "2025-07-01" })]));
    expect(await endOf("72")).toBe("2026-09-30");
    await offer(erp("contracten", [contract("72", { einddatum: "00-00-0000", huur_per: "2026-07-01" })]));
    expect(await endOf("72")).toBeNull();
  });

  it("lets the tenancy begin again after its end", async () => {
    await offer(erp("contracten", [contract("73", { einddatum: "2020-09-30" })]));
    const again = await offer(erp("contracten", [contract("73", { ingangsdatum: "2021-01-01" })]));
    expect([again.rejected, await endOf("73")]).toEqual([0, null]);
  });
});

describe("a good name", () => {
  const huurders = (name: string, encoding: BufferEncoding) => {
    const file = erp("huurders", [tenant("74", { achternaam: "NAAM", voorletters: "Z." })]) as {
      name: string;
      bytes: Uint8Array;
    };
    const text = Buffer.from(file.bytes).toString("utf8");
    return { name: file.name, bytes: Buffer.from(text.replace("NAAM", name), encoding) };
  };

  it.each([
    ["DOS", huurders("Dani\x89l", "latin1")],
    ["an old Mac", huurders("Andr\x8e", "latin1")],
    ["UTF-8 read twice", huurders("DaniÃ«l", "utf8")],
    ["a lost letter", huurders("Dani?l", "utf8")],
  ])("is not overwritten by one in the letters of %s", async (_, file) => {
    await offer(huurders("Daniël", "utf8"));
    const report = await offer(file);
    expect(report.refused !== undefined || report.rejected === 1).toBe(true);
    expect(await nameOf("R74")).toBe("Z. Daniël");
  });
});

describe("the parts of a name", () => {
  const person = (more: ErpRow) => erp("huurders", [tenant("74", { relatienummer: "R75", ...more })]);

  it("belong together: another last name does not get the prefix of the old one", async () => {
    await offer(person({ voorletters: "K.", tussenvoegsel: "van den", achternaam: "Akker" }));
    await offer(person({ voorletters: "K.", achternaam: "Smit" }));
    expect(await nameOf("R75")).toBe("K. Smit");
  });

  it("belong together on several lines of one file too", async () => {
    const rows = [
      tenant("74", { relatienummer: "R76", tussenvoegsel: "van den", achternaam: "Akker" }),
      tenant("73", { relatienummer: "R76", achternaam: "Smit" }),
    ];
    await offer(erp("huurders", rows));
    expect(await nameOf("R76")).toBe("Smit");
  });

  it("keep the prefix that an emptied column does not tell", async () => {
    await offer(person({ voorletters: "K.", tussenvoegsel: "van den", achternaam: "Akker" }));
    await offer(person({ voorletters: "K.", achternaam: "Akker" }));
    expect(await nameOf("R75")).toBe("K. van den Akker");
  });
});

describe("a phone number that a spreadsheet wrote over", () => {
  it("does not end the good one, and is remarked", async () => {
    await offer(erp("huurders", [tenant("74", { relatienummer: "R77", mobiel: "0612345678" })]));
    await offer(erp("huurders", [tenant("74", { relatienummer: "R77", achternaam: "Anders", mobiel: "6,12346E+08" })]));
    const told = `SELECT value FROM contact_point c JOIN person p ON p.id = c.person_id WHERE p.number = 'R77' AND c.ended_at IS NULL`;
    expect(await rows(told)).toEqual([{ value: "+31612345678" }]);
  });
});
