import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { inWords } from "@/lib/i18n/phrase";
import { translate } from "@/lib/i18n/translate";
import { dryRunFiles } from "@/lib/intake/commands/dry-run";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { Offered } from "@/lib/intake/commands/offered";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";
import { charge, type ErpRow, erp } from "../factories/erp";
import { asOwner } from "./database";

const samples = path.join(process.cwd(), "tests/samples");
const offer = (...files: Offered[]) => importFiles(SYSTEM, files);
const tryOut = (...files: Offered[]) => dryRunFiles(SYSTEM, files);
const contract = (number: string, more: ErpRow = {}): ErpRow => ({ contractnummer: number, huisnummer: number, ...more });
const tenant = (number: string, more: ErpRow = {}): ErpRow => ({ contractnummer: number, relatienummer: `R${number}`, ...more });
const counts = ({ lines, added, changed, ended, known, rejected }: FileReport) => [lines, added, changed, ended, known, rejected];

/** Every table with its number of rows and the newest change anywhere in it. */
async function everything(): Promise<Record<string, string>> {
  const tables = await asOwner<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await asOwner<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
    );
    found[name] = row?.sum ?? "";
  }
  return found;
}

describe("a dry run", () => {
  it("says what the files would do together, and writes nothing at all", async () => {
    const before = await everything();
    const reports = await tryOut(samples);
    expect(await everything()).toEqual(before);
    const real = await offer(samples);
    const bare = ({ id: _id, touchedTenancyIds: _touched, ...rest }: FileReport) => rest;
    expect(reports.map(bare)).toEqual(real.map(bare));
    expect(reports.map(({ lines }) => lines)).toEqual([3, 16, 11, 102, 9]);
  });

  it("says of a refused file why, and goes on with the others", async () => {
    const before = await everything();
    const reports = await tryOut(
      path.join(samples, "bad/aanhalingsteken-open.csv"),
      path.join(samples, "bad/onbekende-kop.csv"),
      path.join(samples, "mutaties.csv"),
      path.join(samples, "bad/afgebroken.xml"),
    );
    expect(reports.map(({ name, refused, known }) => [name, refused?.code ?? known])).toEqual([
      ["aanhalingsteken-open.csv", "broken-quotes"],
      ["mutaties.csv", 102],
      ["afgebroken.xml", "cut-off"],
      ["onbekende-kop.csv", "unknown-header"],
    ]);
    expect(await everything()).toEqual(before);
  });

  it("gives the reason of every row it would refuse", async () => {
    const [report] = await tryOut(
      erp("mutaties", [charge("100001", "N1", "600,00"), charge("999", "N2", "1,00"), charge("100001", "N3", "1.234")]),
    );
    expect(report && counts(report)).toEqual([3, 1, 0, 0, 0, 2]);
    expect(report?.issues.map(({ line, field, code }) => [line, field, code])).toEqual([
      [3, "contractnummer", "unknown-contract"],
      [4, "bedrag", "ambiguous-amount"],
    ]);
  });
});

describe("what changes", () => {
  beforeAll(async () => {
    await offer(
      erp("gebouwen", [{ complexcode: "A", huismeester: "ronald@voorbeeld.nl" }]),
      erp("contracten", [contract("1", { complexcode: "A", betaalwijze: "incasso" }), contract("2")]),
      erp("huurders", [tenant("1", { telefoon: "010-4123456", mobiel: "06-12345678" }), tenant("2")]),
    );
  });
  const words = (report: FileReport | undefined) => {
    const t = translate("nl");
    return report?.changes.map(({ line, field, kind, code, values }) =>
      `${line} ${field} ${kind}: ${t(`intake.issue.${code}`, inWords(values, "nl", "long"))}`.replaceAll("\u00a0", " "),
    );
  };

  it("is told old beside new, and a tenancy that ends is told apart", async () => {
    const files = [
      erp("gebouwen", [{ complexcode: "A", naam: "De Linde", huismeester: "fatima@voorbeeld.nl" }]),
      erp("contracten", [
        contract("1", {
          complexcode: "A",
          betaalwijze: "overboeking",
          huur_per: "2026-07-01",
          nettohuur: "630,00",
          iban: "NL44INGB0004100000",
        }),
        contract("2", { einddatum: "30-11-2026" }),
      ]),
      erp("huurders", [
        tenant("1", { telefoon: "010-4123456", mobiel: "06-11223344", tussenvoegsel: "de", email: "a@b.nl" }),
        tenant("2", { einddatum: "2026-11-30" } as ErpRow),
      ]),
    ];
    const dry = await tryOut(...files);
    expect(dry.map(counts)).toEqual([
      [1, 1, 1, 0, 0, 0],
      [2, 2, 2, 1, 0, 0],
      [2, 1, 1, 0, 1, 0],
    ]);
    expect(dry.map(words)).toEqual([
      [
        "2 naam changed: Was Gebouw, wordt De Linde.",
        "2 huismeester changed: Was ronald@voorbeeld.nl, wordt fatima@voorbeeld.nl.",
      ],
      [
        "2 betaalwijze changed: Was automatische incasso, wordt overboeking.",
        "2 iban changed: Was niet bekend, wordt NL44INGB0004100000.",
        "2 nettohuur changed: Huur per 1 juli 2026: was € 600,00, wordt € 630,00 (bruto per maand).",
        "3 einddatum ended: Het contract eindigt op 30 november 2026.",
      ],
      [
        "2 tussenvoegsel changed: Was niet bekend, wordt de.",
        "2 mobiel changed: Was +31612345678, wordt +31611223344.",
        "2 email changed: Was niet bekend, wordt a@b.nl.",
      ],
    ]);
    const real = await offer(...files);
    expect(real.map(words)).toEqual(dry.map(words));
  });

  it("keeps who moved out and their old number, each with its end", async () => {
    const { rows } = await pool().query(
      "SELECT number, ends_on::text AS ends FROM tenancy WHERE number IN ('1', '2') ORDER BY 1",
    );
    expect(rows).toEqual([
      { number: "1", ends: null },
      { number: "2", ends: "2026-11-30" },
    ]);
    const points = await pool().query(
      "SELECT c.value, c.ended_at IS NOT NULL AS ended FROM contact_point c JOIN person p ON p.id = c.person_id WHERE p.number = 'R1' AND c.kind = 'mobile' ORDER BY c.id",
    );
    expect(points.rows).toEqual([
      { value: "+31612345678", ended: true },
      { value: "+31611223344", ended: false },
    ]);
  });

  it("is nothing the second time", async () => {
    const [report] = await offer(erp("contracten", [contract("2", { einddatum: "30-11-2026" })]));
    expect(report && [counts(report), report.changes]).toEqual([[1, 0, 0, 0, 1, 0], []]);
  });
});

it("somebody who leaves a household ends there, and is not deleted", async () => {
  const header =
    "contractnummer;relatienummer;rol;voorletters;tussenvoegsel;achternaam;geboortedatum;telefoon;mobiel;email;einddatum";
  const file = { name: "huurders.csv", bytes: Buffer.from(`${header}\n1;R1;huurder;;de;Jansen;;;;;1-12-2026\n`) };
  const [report] = await offer(file);
  expect(report && counts(report)).toEqual([1, 1, 1, 1, 0, 0]);
  expect(report?.changes).toMatchObject([{ kind: "ended", code: "leaves", values: { becomes: "2026-12-01" } }]);
  const { rows } = await pool().query(
    "SELECT l.until_day::text AS until FROM tenancy_person l JOIN person p ON p.id = l.person_id WHERE p.number = 'R1'",
  );
  expect(rows).toEqual([{ until: "2026-12-01" }]);
  expect(await offer(file)).toMatchObject([{ known: 1, added: 0 }]);
});
