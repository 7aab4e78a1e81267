import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { Offered } from "@/lib/intake/commands/offered";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool, prisma } from "@/lib/platform/db";
import { charge, type ErpRow, erp, receipt, storno } from "../factories/erp";

const offer = async (...files: Offered[]) => (await importFiles(SYSTEM, files)).at(-1) as FileReport;
const short = ({ added, changed, known, rejected }: FileReport) => ({ added, changed, known, rejected });
const rows = async (sql: string) => (await pool().query(sql)).rows;
const contract = (number: string, more: ErpRow = {}): ErpRow => ({ contractnummer: number, huisnummer: number, ...more });
const tenant = (number: string, more: ErpRow = {}): ErpRow => ({ contractnummer: number, relatienummer: `R${number}`, ...more });

beforeAll(async () => {
  await offer(erp("gebouwen", [{ complexcode: "A", huismeester: "ronald@voorbeeld.nl" }]));
  await offer(
    erp(
      "contracten",
      ["1", "2", "3", "4", "5", "6", "7", "8"].map((number) => contract(number, { complexcode: "A" })),
    ),
  );
  await offer(erp("huurders", [tenant("1", { telefoon: "010-4123456", mobiel: "0612345678" })]));
});

describe("a changed row of the housing system", () => {
  it("gives a tenant a new phone number, keeps the old one with its end, and leaves what the desk noted", async () => {
    const person = await prisma().person.findUniqueOrThrow({ where: { number: "R1" } });
    await prisma().contactPoint.create({ data: { personId: person.id, kind: "mobile", value: "+31687654321" } });
    const report = await offer(erp("huurders", [tenant("1", { telefoon: "010-4123456", mobiel: "06-11 22 33 44" })]));
    expect(short(report)).toEqual({ added: 1, changed: 1, known: 0, rejected: 0 });
    const points = await rows(
      `SELECT kind, value, ended_at IS NOT NULL AS ended FROM contact_point WHERE person_id = ${person.id} ORDER BY id`,
    );
    expect(points).toEqual([
      { kind: "landline", value: "+31104123456", ended: false },
      { kind: "mobile", value: "+31612345678", ended: true },
      { kind: "mobile", value: "+31687654321", ended: false },
      { kind: "mobile", value: "+31611223344", ended: false },
    ]);
  });

  it("leaves alone what is empty in the file: empty means unknown", async () => {
    const report = await offer(erp("huurders", [tenant("1")]));
    expect(short(report)).toEqual({ added: 0, changed: 0, known: 1, rejected: 0 });
  });

  it("ends a contract, and lets it run again with a remark when a later file empties the end", async () => {
    expect(short(await offer(erp("contracten", [contract("2", { complexcode: "A", einddatum: "2026-12-31" })])))).toMatchObject({
      added: 1,
      changed: 1,
    });
    const report = await offer(erp("contracten", [contract("2", { complexcode: "A" })]));
    expect(report).toMatchObject({ added: 1, issues: [{ kind: "noted", code: "end-emptied", values: { was: "2026-12-31" } }] });
    expect(await rows("SELECT ends_on FROM tenancy WHERE number = '2'")).toEqual([{ ends_on: null }]);
  });

  it("is a rent change when it has a later huur_per, and an old file changes nothing newer", async () => {
    const raise = contract("3", { complexcode: "A", huur_per: "2026-07-01", nettohuur: "630,00", betaalwijze: "incasso" });
    expect(short(await offer(erp("contracten", [contract("3", { complexcode: "A" }), raise])))).toEqual({
      added: 1,
      changed: 1,
      known: 1,
      rejected: 0,
    });
    const old = contract("3", { complexcode: "A", betaalwijze: "overboeking" });
    expect(short(await offer(erp("contracten", [old])))).toMatchObject({ added: 0, known: 1 });
    expect(
      await rows(`SELECT r.from_day::text, r.net_cents::int, t.payment_method FROM tenancy_rent r JOIN tenancy t ON t.id = r.tenancy_id
      WHERE t.number = '3' ORDER BY 1`),
    ).toEqual([
      { from_day: "2025-07-01", net_cents: 60000, payment_method: "direct-debit" },
      { from_day: "2026-07-01", net_cents: 63000, payment_method: "direct-debit" },
    ]);
  });

  it("gives a building another caretaker from today on", async () => {
    await offer(erp("gebouwen", [{ complexcode: "A", huismeester: "Fatima@voorbeeld.nl" }]));
    const found = await rows(
      "SELECT email, from_day = '1900-01-01' AS always, until_day IS NULL AS now FROM building_caretaker ORDER BY id",
    );
    expect(found).toEqual([
      { email: "ronald@voorbeeld.nl", always: true, now: false },
      { email: "fatima@voorbeeld.nl", always: false, now: true },
    ]);
  });

  it("links a caretaker named in a file as soon as that colleague has an account", async () => {
    const staff = await prisma().staff.create({
      data: { email: "fatima@voorbeeld.nl", name: "Fatima B", firstName: "Fatima", role: "caretaker" },
    });
    expect(await rows("SELECT staff_id FROM building_caretaker WHERE until_day IS NULL")).toEqual([{ staff_id: staff.id }]);
  });

  it("keeps one person for someone who rents a home and a garage", async () => {
    const both = [
      tenant("4", { relatienummer: "R44", mobiel: "0655550001" }),
      tenant("5", { relatienummer: "R44", mobiel: "0655550001" }),
    ];
    expect(short(await offer(erp("huurders", both)))).toMatchObject({ added: 2 });
    expect(
      await rows("SELECT count(*)::int AS n FROM contact_point c JOIN person p ON p.id = c.person_id WHERE p.number = 'R44'"),
    ).toEqual([{ n: 1 }]);
  });

  it("keeps the phone of someone whose last line leaves it empty, and takes the last one told", async () => {
    const home = tenant("6", { relatienummer: "R66", telefoon: "010-4123457", mobiel: "0655550002", email: "a@voorbeeld.nl" });
    const shop = tenant("7", { relatienummer: "R66", mobiel: "0655550003" });
    const garage = tenant("8", { relatienummer: "R66" });
    expect(short(await offer(erp("huurders", [home, shop, garage])))).toMatchObject({ added: 3 });
    const told = `SELECT value FROM contact_point c JOIN person p ON p.id = c.person_id
      WHERE p.number = 'R66' AND c.ended_at IS NULL ORDER BY value`;
    const expected = [{ value: "+31104123457" }, { value: "+31655550003" }, { value: "a@voorbeeld.nl" }];
    expect(await rows(told)).toEqual(expected);
    expect(short(await offer(erp("huurders", [home, shop, garage])))).toMatchObject({ added: 0, known: 3 });
    expect(await rows(told)).toEqual(expected);
  });
});

describe("the ledger stays as it was written", () => {
  it("refuses a known number with other content, and says what is booked", async () => {
    await offer(erp("mutaties", [charge("4", "M1", "600,00")]));
    const report = await offer(erp("mutaties", [charge("4", "M1", "601,00"), charge("5", "M1", "600,00")]));
    expect(short(report)).toMatchObject({ added: 1, rejected: 1 });
    expect(report.issues[0]).toMatchObject({
      line: 2,
      field: "mutatienummer",
      code: "number-with-other-content",
      values: { value: "M1", bookedOn: "2026-11-01", amountCents: "60000" },
    });
  });

  it("takes back a receipt that stands later in the same file, in parts, never more than it was", async () => {
    const report = await offer(
      erp("mutaties", [
        storno("6", "S1", "200,00", "R1"),
        storno("6", "S2", "300,00", "R1"),
        storno("6", "S3", "100,01", "R1"),
        receipt("6", "R1", "600,00"),
      ]),
    );
    expect(short(report)).toMatchObject({ added: 3, rejected: 1 });
    expect(report.issues[0]).toMatchObject({ line: 4, code: "reversal-too-much", values: { leftCents: "10000" } });
    const later = await offer(
      erp("mutaties", [storno("6", "S4", "100,00", "R1", "2026-12-01"), storno("6", "S5", "0,01", "R1", "2026-12-01")]),
    );
    expect(short(later)).toMatchObject({ added: 1, rejected: 1 });
    expect(short(await offer(erp("mutaties", [storno("6", "S4", "100,00", "R1", "2026-12-01")])))).toMatchObject({ known: 1 });
  });

  it("refuses a storno whose receipt was itself refused", async () => {
    const report = await offer(erp("mutaties", [receipt("7", "R700", "1,005"), storno("7", "S1", "1,00", "R700")]));
    expect(report.issues.map((issue) => issue.code)).toEqual(["three-decimals", "unknown-counter-entry"]);
  });
});
