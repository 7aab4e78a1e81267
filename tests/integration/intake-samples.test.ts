import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { inWords } from "@/lib/i18n/phrase";
import { translate } from "@/lib/i18n/translate";
import { dryRunFiles } from "@/lib/intake/commands/dry-run";
import { importFiles } from "@/lib/intake/commands/import-files";
import { assertBalanced } from "@/lib/intake/domain/report";

const samples = (...names: string[]) => path.join(process.cwd(), "tests/samples", ...names);
const t = translate("nl");

beforeAll(() => importFiles(SYSTEM, [samples()]));

/** What a sample shows: new, changed, known, ignored and rejected rows with the reason of each, or why the whole file is refused. */
const SAMPLES: Record<string, string> = {
  "alleen-kop.csv": "0 0 0 0 0",
  "alleen-witregels.csv": "empty-file",
  "contracten-huisnummer-in-een-veld.csv": "5 0 0 0 0",
  "contracten-verhuisd.csv": "0 1 0 0 0 ended: 2 einddatum ends",
  "contracten-zonder-einde.csv": "0 0 1 0 0",
  "dos-letters.csv": "unknown-letters 2",
  "eigenlijk-excel.csv": "packed-file",
  "eigenlijk-pdf.csv": "pdf-file",
  "gebouwen-aanhalingstekens.csv": "1 0 0 0 0",
  "gebouwen-extra-kolom.csv": "1 0 0 0 0",
  "gebouwen-kolommen-omgekeerd.csv": "1 0 0 0 0",
  "gebouwen-komma.csv": "0 0 3 0 0",
  "gebouwen-mac-regeleinden.csv": "2 0 0 0 0",
  "gebouwen-regeleinde-in-naam.csv": "2 0 0 0 0",
  "gebouwen-sep-regel.csv": "1 0 0 0 0",
  "gebouwen-streep.csv": "1 0 0 0 0",
  "gebouwen-tab.csv": "1 0 0 0 0",
  "gebouwen-utf16-be.csv": "1 0 0 0 0",
  "gebouwen-utf16-zonder-merk.csv": "1 0 0 0 0",
  "gebouwen-utf8-bom.csv": "1 0 0 0 0",
  "gebouwen-zonder-laatste-regeleinde.csv": "1 0 0 0 0",
  "huurders-alle-kolommen-plus-naam.csv": "2 0 0 0 0",
  "huurders-geboren-in-1925.csv": "1 0 0 0 0",
  "huurders-naam-in-een-veld.csv": "unknown-header",
  "huurders-naam-te-lang-voor-excel.csv": "1 0 0 0 0",
  "huurders-telefoons.csv": "4 0 0 0 0: 4 telefoon phone-no-number, 4 mobiel phone-too-short, 5 mobiel phone-service-number",
  "huurders-email-onleesbaar.csv": "3 0 0 0 0: 2 email email-left-out, 4 email email-left-out",
  "huurders-namen-verdwaald.csv": "4 0 0 0 0",
  "contracten-nummer-in-de-straat.csv": "1 0 0 0 2: 3 huisnummer empty, 4 ingangsdatum ambiguous-date",
  "eenheden-afgebroken.json": "json-cut-off 3",
  "boekingen-zonder-einde.json": "json-cut-off 4",
  "relaties-geen.json": "empty-file",
  "huurders-utf-16.csv": "0 0 11 0 0",
  "huurders-windows-1252.csv": "0 0 11 0 0",
  "ingepakt.csv": "packed-file",
  "mutaties-datums.csv": "2 0 0 0 0",
  "mutaties-dubbele-regel.csv": "1 0 1 0 1: 4 mutatienummer twice-in-file",
  "mutaties-dubbelzinnig-bedrag.csv":
    "0 0 0 0 6: 2 bedrag ambiguous-amount, 3 bedrag three-decimals, 4 bedrag bad-amount, 5 bedrag bad-amount, 6 bedrag bad-amount, 7 bedrag amount-too-large",
  "mutaties-engelse-bedragen.csv": "2 0 0 0 0",
  "mutaties-euroteken-windows.csv": "1 0 0 0 0",
  "mutaties-euroteken.csv": "2 0 0 0 0",
  "mutaties-formule.csv": "1 0 0 0 1: 3 contractnummer unknown-contract",
  "mutaties-foute-datums.csv": "0 0 0 0 3: 2 boekdatum impossible-date, 3 boekdatum ambiguous-date, 4 boekdatum impossible-date",
  "mutaties-lege-regels.csv": "1 0 0 1 0: 6 null blank-row",
  "mutaties-min-achteraan.csv": "0 0 0 0 2: 2 bedrag negative-amount, 3 bedrag negative-amount",
  "mutaties-nul-teken.csv": "nul-bytes 3",
  "mutaties-open-aanhalingsteken.csv": "broken-quotes 3",
  "mutaties-punt-voor-duizend.csv": "1 0 0 0 0",
  "mutaties-te-weinig-cellen.csv": "1 0 0 0 2: 2 null field-count, 4 null field-count",
  "mutaties-twee-coderingen.csv": "mixed-encoding 3",
  "mutaties-woorden-van-anderen.csv": "2 0 0 0 0",
  "saldi.csv": "1 0 0 0 1: 3 contractnummer unknown-contract",
};

it("every sample of ERP files says what it shows", () => {
  expect(readdirSync(samples("erp")).sort()).toEqual(Object.keys(SAMPLES).sort());
});

describe("a file from the housing system", () => {
  it.each(Object.entries(SAMPLES))("%s: %s", async (name, shown) => {
    const [report] = await dryRunFiles(SYSTEM, [samples("erp", name)]);
    if (!report) throw new Error(`no report of ${name}`);
    const { refused, added, changed, known, ignored, rejected } = report;
    const reasons = [...report.changes.filter(({ kind }) => kind === "ended"), ...report.issues];
    const rows = reasons.map(({ line, field, code }) => `${line} ${field} ${code}`).join(", ");
    const counts = [added - changed, changed, known, ignored, rejected].join(" ");
    const said = refused
      ? [refused.code, refused.values.line].filter(Boolean).join(" ")
      : `${counts}${report.ended ? " ended" : ""}${rows ? `: ${rows}` : ""}`;
    expect(said).toBe(shown);
    assertBalanced(report);
    for (const { code, values } of [...report.issues, ...report.changes])
      expect(t(`intake.issue.${code}`, inWords(values, "nl"))).not.toMatch(/^intake\.|[{}]|undefined/);
  });
});

it("names, doors and numbers in one field come apart as they should", async () => {
  const { pool } = await import("@/lib/platform/db");
  await importFiles(
    SYSTEM,
    [
      "huurders-alle-kolommen-plus-naam.csv",
      "huurders-telefoons.csv",
      "huurders-geboren-in-1925.csv",
      "contracten-huisnummer-in-een-veld.csv",
      "contracten-nummer-in-de-straat.csv",
      "huurders-namen-verdwaald.csv",
      "huurders-email-onleesbaar.csv",
    ].map((name) => samples("erp", name)),
  );
  const rows = async (sql: string) => (await pool().query(sql)).rows.map((row) => Object.values(row).join(" | "));
  expect(
    await rows(
      "SELECT salutation, initials, prefix, last_name, born_on::text FROM person WHERE number IN ('30002', '30003', '30008') ORDER BY number",
    ),
  ).toEqual(["mw | A.B. | van den | Berg-de Vries | ", "fam |  |  | Ünal | ", " | A. |  | Oud | 1925-03-12"]);
  expect(
    await rows(
      "SELECT p.number, c.kind, c.value FROM contact_point c JOIN person p ON p.id = c.person_id WHERE p.number BETWEEN '30004' AND '30007' ORDER BY 1, c.id",
    ),
  ).toEqual([
    "30004 | mobile | +31612345678",
    "30005 | landline | +31104123456",
    "30005 | mobile | +31623456789",
    "30006 | unusable | geen",
    "30006 | unusable | 0612345",
    "30007 | mobile | +32470123456",
    "30007 | unusable | 0900-1234",
  ]);
  expect(await rows("SELECT prefix, last_name FROM person WHERE number BETWEEN '30111' AND '30114' ORDER BY number")).toEqual([
    "van der | Berg",
    "van de | Berg",
    "van den | Berg",
    " | El Idrissi",
  ]);
  expect(
    await rows(
      "SELECT p.number, p.born_on::text, c.kind, c.value FROM person p LEFT JOIN contact_point c ON c.person_id = p.id WHERE p.number > '30100' AND p.number NOT IN ('30111', '30112', '30113') ORDER BY 1, c.id",
    ),
  ).toEqual([
    "30101 |  |  | ",
    "30102 | 1960-03-01 | email | jan@voorbeeld.nl",
    "30103 | 1960-03-01 |  | ",
    "30114 |  | landline | +31104123456",
    "30114 |  | mobile | +31612345678",
    "30114 |  | landline | +31104123457",
  ]);
  expect(await rows("SELECT street, house_number, addition, postcode FROM dwelling WHERE street LIKE '1e Proef%'")).toEqual([
    "1e Proefstraat | 12 | II | 3011 AA",
  ]);
  expect(
    await rows(
      "SELECT house_number, house_letter, addition FROM dwelling WHERE street = 'Proefstraat' ORDER BY house_number::int, id",
    ),
  ).toEqual(["3 |  | hs", "12 |  | II", "12 |  | bis", "47 | C | ", "100 | A | 2"]);
});

it("a file that overlaps another adds only what is new, in whichever order, also when two people offer them at once", async () => {
  const { charge, erp } = await import("../factories/erp");
  const { pool } = await import("@/lib/platform/db");
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => charge("100001", `O${from + at}`, "1,00"));
  const [early, late] = [erp("mutaties", numbers(0, 60)), erp("mutaties", numbers(40, 100), "later.csv")];
  const reports = (
    await Promise.all([importFiles(SYSTEM, [early]), importFiles(SYSTEM, [late]), importFiles(SYSTEM, [early, late])])
  ).flat();
  expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(100);
  for (const report of reports) assertBalanced(report);
  const { rows } = await pool().query("SELECT count(*)::int AS n FROM ledger_entry WHERE source_number LIKE 'O%'");
  expect(rows).toEqual([{ n: 100 }]);
});
