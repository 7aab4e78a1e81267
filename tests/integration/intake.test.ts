import path from "node:path";
import { describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { inWords } from "@/lib/i18n/phrase";
import { translate } from "@/lib/i18n/translate";
import { type ImportOptions, importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";

const samples = (...names: string[]) => path.join(process.cwd(), "tests/samples", ...names);
const offer = (where: string[], options?: ImportOptions) => importFiles(SYSTEM, where, options);
const one = async (name: string) => (await offer([samples("bad", name)]))[0] as FileReport;
const counts = ({ lines, added, known, suspense, ignored, rejected }: FileReport) => [
  lines,
  added,
  known,
  suspense,
  ignored,
  rejected,
];
const countOf = async (table: string) => (await pool().query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

describe("the sample files", () => {
  it("come in whole, in the order in which they build on one another", async () => {
    const reports = await offer([samples()]);
    expect(reports.map((report) => [report.format, ...counts(report)])).toEqual([
      ["buildings", 3, 3, 0, 0, 0, 0],
      ["contracts", 16, 16, 0, 0, 0, 0],
      ["tenants", 11, 11, 0, 0, 0, 0],
      ["entries", 102, 102, 0, 0, 0, 0],
      ["camt053", 9, 5, 0, 1, 3, 0],
    ]);
    expect(await countOf("tenancy")).toBe(8);
    expect(await countOf("tenancy_rent")).toBe(16);
    expect(await countOf("person")).toBe(10);
  });

  it("add nothing the second time, and say so", async () => {
    const before = await countOf("ledger_entry");
    const reports = await offer([samples()]);
    expect(reports.map(counts)).toEqual([
      [3, 0, 3, 0, 0, 0],
      [16, 0, 16, 0, 0, 0],
      [11, 0, 11, 0, 0, 0],
      [102, 0, 102, 0, 0, 0],
      // The line that is still pending at the bank is looked at, and left, each time.
      [9, 0, 8, 0, 1, 0],
    ]);
    expect(reports.flatMap((report) => report.touchedTenancyIds)).toEqual([]);
    expect(await countOf("ledger_entry")).toBe(before);
  });

  it("have one effect when two people offer them at the same moment", async () => {
    const before = await countOf("ledger_entry");
    await Promise.all([offer([samples()]), offer([samples()]), offer([samples("mutaties.csv")])]);
    expect(await countOf("ledger_entry")).toBe(before);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["leeg.csv", "empty-file"],
    ["kolom-ontbreekt.csv", "missing-column"],
    ["onbekende-kop.csv", "unknown-header"],
    ["aanhalingsteken-open.csv", "broken-quotes"],
    ["doctype.xml", "doctype"],
    ["afgebroken.xml", "cut-off"],
    ["geen-xml.xml", "html-file"],
    ["vreemde-rekening.xml", "foreign-account"],
    ["bestaat-niet.csv", "not-found"],
  ])("%s is refused in one sentence that says what to do, and nothing of it is kept", async (name, code) => {
    const before = [await countOf("ledger_entry"), await countOf("bank_line"), await countOf("person")];
    const report = await one(name);
    expect(report.refused?.code).toBe(code);
    expect(counts(report)).toEqual([0, 0, 0, 0, 0, 0]);
    const t = translate("nl");
    const words = t(`intake.refusal.${code}`, inWords(report.refused?.values, "nl"));
    expect(words).not.toMatch(/[{}]|undefined/);
    expect(words.split(/[.?] /).length).toBeGreaterThan(1);
    expect([await countOf("ledger_entry"), await countOf("bank_line"), await countOf("person")]).toEqual(before);
    const { rows } = await pool().query("SELECT status, refusal FROM import_file WHERE id = $1", [report.id]);
    expect(rows).toEqual([{ status: "refused", refusal: code }]);
  });
});

describe("a bad row", () => {
  it("of the ledger is refused with its line, field and reason while the good rows count", async () => {
    const report = await one("rijen.csv");
    expect(counts(report)).toEqual([26, 4, 1, 0, 1, 20]);
    expect(report.issues.map((issue) => `${issue.line} ${issue.field} ${issue.code}`)).toEqual([
      "3 contractnummer unknown-contract",
      "4 boekdatum impossible-date",
      "5 vervaldatum impossible-date",
      "6 bedrag three-decimals",
      "7 bedrag bad-amount",
      "8 bedrag negative-amount",
      "9 bedrag zero-amount",
      "10 soort unknown-kind",
      "11 categorie unknown-category",
      "12 vervaldatum empty",
      "13 categorie empty",
      "14 tegenmutatie no-counter-entry",
      "15 tegenmutatie unknown-counter-entry",
      "16 tegenmutatie unknown-counter-entry",
      "17 tegenmutatie counter-entry-not-receipt",
      "19 bedrag reversal-too-much",
      "20 boekdatum reversal-too-early",
      "22 mutatienummer twice-in-file",
      "24 tegenmutatie foreign-counter-entry",
      "25 null field-count",
      "26 null blank-row",
    ]);
  });

  it("of contracts and tenants is refused the same way", async () => {
    expect((await one("contracten-rijen.csv")).issues.map((issue) => issue.code)).toEqual([
      "unknown-unit-kind",
      "unknown-building",
      "end-before-start",
      "unknown-payment-method",
      "bad-iban",
      "bad-postcode",
      "empty",
      "twice-in-file",
      "empty",
    ]);
    expect((await one("huurders-rijen.csv")).issues.map((issue) => issue.code)).toEqual([
      "unknown-contract",
      "unknown-role",
      "impossible-date",
      "email-left-out",
      "empty",
      "phone-no-number",
    ]);
  });

  it("has a reason in words for every code, in both languages", async () => {
    const { rows } = await pool().query<{ code: string; values: Record<string, string> }>(
      "SELECT DISTINCT ON (code) code, values FROM import_issue",
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const lang of ["nl", "en"] as const) {
      const t = translate(lang);
      for (const { code, values } of rows)
        expect(t(`intake.issue.${code}`, inWords(values, lang))).not.toMatch(/^intake\.|[{}]|undefined/);
    }
  });
});

describe("up to which bank day receipts are complete", () => {
  it("is written down for an ERP file when the person offering it says so, and never for a day to come", async () => {
    const [report] = await offer([samples("mutaties.csv")], { completeThrough: "2026-11-19" as never });
    expect(report?.completeThrough).toBe("2026-11-19");
    const { rows } = await pool().query("SELECT through_day::text AS day FROM receipts_complete WHERE account_id IS NULL");
    expect(rows).toEqual([{ day: "2026-11-19" }]);
    const [ahead] = await offer([samples("mutaties.csv")], { completeThrough: "2099-01-01" as never });
    expect(ahead?.refused?.code).toBe("complete-in-future");
  });

  it("follows from the closing day of a bank statement", async () => {
    const { rows } = await pool().query("SELECT through_day::text AS day FROM receipts_complete WHERE account_id IS NOT NULL");
    expect(rows).toEqual([{ day: "2026-11-20" }]);
  });
});

it("leaves one row in the audit for each file that came in", async () => {
  expect(await countOf("audit_event WHERE action = 'intake.import'")).toBe(await countOf("import_file WHERE status = 'done'"));
});
