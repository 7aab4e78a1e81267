import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import { pool } from "@/lib/platform/db";
import { camt053 } from "../factories/camt";
import { erp } from "../factories/erp";
import { databaseUrl } from "./database";

const HOMES = 300;
const ROWS = 15_000;
const folder = mkdtempSync(path.join(tmpdir(), "aanbel-killed-"));
const entries = path.join(folder, "mutaties.csv");
const bank = path.join(folder, "bank.xml");

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      Array.from({ length: HOMES }, (_, index) => ({ contractnummer: `C${index}`, betalingskenmerk: String(5e15 + index) })),
    ),
  ]);
  const header = "contractnummer;mutatienummer;boekdatum;vervaldatum;soort;categorie;bedrag;tegenmutatie;omschrijving";
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `C${index % HOMES};M${index};2026-11-01;2026-11-01;vordering;huur;1,00;;`,
  );
  writeFileSync(entries, `${[header, ...rows].join("\n")}\n`);
  const lines = Array.from({ length: 5_000 }, (_, index) => ({
    cents: 100,
    day: "2026-11-02",
    ref: `B${index}`,
    text: String(5e15 + (index % HOMES)),
  }));
  writeFileSync(bank, camt053({ iban: "NL14BNGH0285001234", id: "1", to: "2026-11-02", lines }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports in a process of its own and kills it without warning as soon as rows are on their way in. */
async function importAndKill(file: string): Promise<NodeJS.Signals | null> {
  const script = `
    const { importFiles } = await import("@/lib/intake/commands/import-files");
    const { SYSTEM } = await import("@/lib/auth/actor");
    await importFiles(SYSTEM, [${JSON.stringify(file)}], { onProgress: ({ lines }) => { if (lines > 0) process.kill(process.pid, "SIGKILL"); } });
  `;
  const at = path.join(process.cwd(), "tests", `.killed-${process.pid}.mts`);
  writeFileSync(at, script);
  const child = spawn(process.execPath, ["--import", "tsx", at], {
    env: { ...process.env, AANBEL_DATABASE_URL: databaseUrl() },
    stdio: "inherit",
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_code, by) => resolve(by)));
  rmSync(at, { force: true });
  return signal;
}

const countOf = async (table: string) => (await pool().query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

it("a server killed in the middle of an ERP file leaves nothing half done, and the next try finishes", async () => {
  const remarked = await countOf("import_issue");
  expect(await importAndKill(entries)).toBe("SIGKILL");
  expect(await countOf("ledger_entry")).toBe(0);
  expect(await countOf("import_issue")).toBe(remarked);
  const [report] = await importFiles(SYSTEM, [entries]);
  expect(report).toMatchObject({ lines: ROWS, added: ROWS });
  expect(await countOf("ledger_entry")).toBe(ROWS);
  expect(await countOf("import_file WHERE status = 'interrupted'")).toBe(1);
});

it("a server killed in the middle of a bank statement leaves nothing half done, and the next try finishes", async () => {
  const before = await countOf("ledger_entry");
  expect(await importAndKill(bank)).toBe("SIGKILL");
  expect([await countOf("ledger_entry"), await countOf("bank_line"), await countOf("bank_account")]).toEqual([before, 0, 0]);
  const [report] = await importFiles(SYSTEM, [bank]);
  expect(report).toMatchObject({ lines: 5_000, added: 5_000 });
  expect(await importFiles(SYSTEM, [bank])).toMatchObject([{ added: 0, known: 5_000 }]);
});
