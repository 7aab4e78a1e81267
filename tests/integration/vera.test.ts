import path from "node:path";
import { describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { dryRunFiles } from "@/lib/intake/commands/dry-run";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";

const folder = path.join(process.cwd(), "tests/samples/vera");
const offer = () => importFiles(SYSTEM, [folder]);
const rows = async (sql: string) => (await pool().query(sql)).rows;
const counts = ({ format, lines, added, known, ignored, rejected }: FileReport) => [
  format,
  lines,
  added,
  known,
  ignored,
  rejected,
];
const issues = (reports: readonly FileReport[]) =>
  reports.map((report) => report.issues.map(({ line, field, code }) => `${line} ${field} ${code}`));

describe("files of the sector's data standard", () => {
  it("come in together, each line accounted for", async () => {
    const dry = await dryRunFiles(SYSTEM, [folder]);
    const reports = await offer();
    expect(dry.map(counts)).toEqual(reports.map(counts));
    expect(reports.map(counts)).toEqual([
      ["units", 4, 3, 0, 0, 1],
      // Three dated rents and a garage, one agreement of another kind, one with an unknown unit; then who belongs to them.
      ["contracts", 9, 7, 0, 1, 1],
      ["people", 3, 2, 0, 1, 0],
      ["entries", 8, 3, 0, 3, 2],
    ]);
    expect(issues(reports)).toEqual([
      ["5 eenheidsoort unknown-unit-kind"],
      ["18 null other-agreement", "19 eenheidnummer unknown-unit"],
      ["9 relatienummer no-tenant-of-ours"],
      [
        "5 null provisional",
        "6 null other-booking",
        "7 null other-booking",
        "8 bedrag three-decimals",
        "9 contractnummer unknown-contract",
      ],
    ]);
  });

  it("give tenancies with their dated rent in its parts, and their end", async () => {
    expect(
      await rows(`SELECT t.number, r.from_day::text AS day, r.net_cents::int AS net, r.service_cents::int AS service, r.heating_cents::int AS heating
        FROM tenancy_rent r JOIN tenancy t ON t.id = r.tenancy_id ORDER BY 1, 2`),
    ).toEqual([
      { number: "700001", day: "2025-07-01", net: 58025, service: 4250, heating: 5510 },
      { number: "700001", day: "2026-07-01", net: 60140, service: 4250, heating: 5510 },
      { number: "700001", day: "2026-10-01", net: 60140, service: 4250, heating: 0 },
      { number: "700002", day: "2025-07-01", net: 4500, service: 0, heating: 0 },
    ]);
    expect(
      await rows(`SELECT t.number, d.kind, d.street, d.house_number AS house, d.house_letter AS letter, d.addition, d.number AS unit,
        t.ends_on::text AS ends, t.payment_method AS method, t.payment_reference AS reference FROM tenancy t JOIN dwelling d ON d.id = t.dwelling_id ORDER BY 1`),
    ).toEqual([
      {
        number: "700001",
        kind: "home",
        street: "Lindelaan",
        house: "12",
        letter: "A",
        addition: null,
        unit: "V001",
        ends: null,
        method: "direct-debit",
        reference: "6000000000701007",
      },
      {
        number: "700002",
        kind: "parking",
        street: "Lindelaan",
        house: "12",
        letter: null,
        addition: "P3",
        unit: "V002",
        ends: "2026-11-30",
        method: null,
        reference: null,
      },
    ]);
  });

  it("give people with their part and their numbers, and nobody who rents nothing", async () => {
    expect(
      await rows(`SELECT p.number, p.salutation, p.prefix, p.last_name AS last, l.role, t.number AS contract FROM person p
        JOIN tenancy_person l ON l.person_id = p.id JOIN tenancy t ON t.id = l.tenancy_id ORDER BY 1, 6`),
    ).toEqual([
      { number: "90001", salutation: "mw", prefix: "van den", last: "Berg-Özdemir", role: "tenant", contract: "700001" },
      { number: "90001", salutation: "mw", prefix: "van den", last: "Berg-Özdemir", role: "tenant", contract: "700002" },
      {
        number: "90002",
        salutation: "firm",
        prefix: null,
        last: "Bewindkantoor Maas B.V.",
        role: "representative",
        contract: "700001",
      },
    ]);
    expect(await rows("SELECT count(*)::int AS n FROM person")).toEqual([{ n: 2 }]);
    expect(await rows("SELECT kind, value FROM contact_point ORDER BY id")).toEqual([
      { kind: "landline", value: "+31104123456" },
      { kind: "mobile", value: "+31612345678" },
      { kind: "email", value: "a.berg@voorbeeld.nl" },
      { kind: "landline", value: "+31881234567" },
    ]);
  });

  it("give the account its charge, its receipt, and the return that takes it back", async () => {
    expect(
      await rows(`SELECT e.source_number AS number, e.kind, e.category, e.amount_cents::int AS cents, r.source_number AS back
        FROM ledger_entry e LEFT JOIN ledger_entry r ON r.id = e.reverses_id ORDER BY e.id`),
    ).toEqual([
      { number: "b-1", kind: "charge", category: "rent", cents: 60140, back: null },
      { number: "b-2", kind: "payment", category: null, cents: 60140, back: null },
      { number: "b-3", kind: "reversal", category: null, cents: 60140, back: "b-2" },
    ]);
  });

  it("add nothing the second time", async () => {
    expect((await offer()).map(({ added, known }) => [added, known])).toEqual([
      [0, 3],
      [0, 7],
      [0, 2],
      [0, 3],
    ]);
  });
});
