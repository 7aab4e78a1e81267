import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { addAccount } from "@/lib/bank/commands/add-account";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";
import { camt053, file, type TestLine, type TestStatement } from "../factories/camt";
import { erp, receipt, storno } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const OTHER_OURS = "NL91ABNA0417164300";
const PAYER = "NL44INGB0004100000";
const SHARED = "NL91RABO0004107919";
const STRANGER = "NL09SNSB0004123757";

const offer = async (...statements: TestStatement[]) =>
  (await importFiles(SYSTEM, [file("afschrift.xml", camt053(...statements))]))[0] as FileReport;
let sequence = 0;
const day = (lines: readonly TestLine[], more: Partial<TestStatement> = {}): TestStatement => ({
  iban: OURS,
  id: `S${++sequence}`,
  to: "2026-11-20",
  lines,
  ...more,
});
const line = (more: Partial<TestLine> & { cents: number }): TestLine => ({ day: "2026-11-20", ref: `B${++sequence}`, ...more });
const dispositions = async (fileId: number) =>
  (
    await pool().query(
      `SELECT l.disposition, l.because, t.number, s.number AS suggested FROM bank_line l LEFT JOIN tenancy t ON t.id = l.tenancy_id
       LEFT JOIN tenancy s ON s.id = l.suggested_tenancy WHERE l.file_id = $1 ORDER BY l.id`,
      [fileId],
    )
  ).rows.map((row) => [row.disposition, row.because, row.number ?? row.suggested]);
const ledger = async (number: string) =>
  (
    await pool().query(
      `SELECT e.kind, e.amount_cents::int AS cents, e.source FROM ledger_entry e JOIN tenancy t ON t.id = e.tenancy_id WHERE t.number = $1 ORDER BY e.booked_on, e.id`,
      [number],
    )
  ).rows.map((row) => `${row.kind} ${row.cents} ${row.source}`);

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp("contracten", [
      { contractnummer: "C001", betalingskenmerk: "5000.0567.8901.2345", iban: PAYER },
      { contractnummer: "C002", betalingskenmerk: "6000000000701007" },
      { contractnummer: "C003", iban: SHARED },
      { contractnummer: "C004", iban: SHARED, eenheidsoort: "parkeren", nettohuur: "52,50" },
      { contractnummer: "HUUR-10077", betalingskenmerk: "" },
      ...["P1", "P2", "P3", "P4"].map((number, index) => ({ contractnummer: number, betalingskenmerk: `700000000000${index}` })),
    ]),
  ]);
});

describe("a receipt on a bank statement", () => {
  it("is posted when its payment reference or its one known account says whose it is", async () => {
    const report = await offer(
      day([
        line({ cents: 60000, structured: "5000056789012345" }),
        line({ cents: 60001, text: "huur nov. kenmerk 5000 0567 8901.2345 dank u" }),
        line({ cents: 60002, text: "6000\n0000 0070 1007", iban: PAYER }),
        line({ cents: 60003, iban: PAYER, text: "huur" }),
        line({ cents: 60004, endToEnd: "5000056789012345" }),
      ]),
    );
    expect(report.notes.map((note) => note.code)).toEqual(["account-adopted"]);
    expect(await dispositions(report.id)).toEqual([
      ["posted", "reference", "C001"],
      ["posted", "reference", "C001"],
      ["posted", "reference", "C002"],
      ["posted", "iban", "C001"],
      ["posted", "reference", "C001"],
    ]);
  });

  it("waits in suspense with a suggestion when it may be for several, and without one when nothing is known", async () => {
    const report = await offer(
      day([
        line({ cents: 61000, iban: SHARED, text: "huur" }),
        line({ cents: 65250, iban: SHARED, text: "huur en garage" }),
        line({ cents: 60000, iban: STRANGER, text: "5000056789012345 en 6000000000701007" }),
        line({ cents: 61000, iban: STRANGER, text: "huur HUUR-10077" }),
        line({ cents: 60000, iban: STRANGER, text: "voor oma, 95000056789012345" }),
      ]),
    );
    expect(report.suspense).toBe(5);
    expect(await dispositions(report.id)).toEqual([
      ["suspense", "several-for-iban", "C003"],
      ["suspense", "several-together", "C003"],
      ["suspense", "several-references", "C001"],
      ["suspense", "contract-number", "HUUR-10077"],
      ["suspense", "unknown-payer", null],
    ]);
  });

  it("is posted when several facts point to one tenancy, and says which they were", async () => {
    const report = await offer(
      day([
        line({ cents: 5250, iban: SHARED, text: "garage" }),
        line({ cents: 60000, iban: STRANGER, text: "huur HUUR-10077" }),
        line({ cents: 60000, iban: STRANGER, text: "Dorpsstr. 5" }),
      ]),
    );
    expect(await dispositions(report.id)).toEqual([
      ["posted", "facts", "C004"],
      ["posted", "facts", "HUUR-10077"],
      ["posted", "facts", "HUUR-10077"],
    ]);
    const { rows } = await pool().query("SELECT suggestions FROM bank_line WHERE file_id = $1 ORDER BY id", [report.id]);
    expect(rows.map((row) => row.suggestions[0].facts)).toEqual([
      ["iban-shared", "amount-rent"],
      ["number", "amount-rent"],
      ["address", "amount-rent"],
    ]);
  });

  it("is taken apart where the bank names the single payments, and a collection without them is our own", async () => {
    const details = [
      { cents: 100, structured: "5000056789012345" },
      { cents: 200, structured: "6000000000701007" },
    ];
    const report = await offer(
      day([
        line({ cents: 300, details }),
        line({ cents: 999900, batchOf: 40 }),
        line({ cents: 500, sign: "DBIT", iban: STRANGER }),
        line({ cents: 700, status: "PDNG", structured: "5000056789012345" }),
      ]),
    );
    expect([report.lines, report.added, report.ignored]).toEqual([5, 2, 3]);
    expect(report.issues.map((issue) => issue.code)).toEqual(["own-batch", "payment-out", "pending"]);
  });

  it("between two accounts of ours is no tenant's money", async () => {
    expect(await addAccount(SYSTEM, { iban: OTHER_OURS, name: "Spaar" })).toMatchObject({ ok: true });
    const report = await offer(day([line({ cents: 5000, iban: OTHER_OURS })]));
    expect(report.issues.map((issue) => issue.code)).toEqual(["own-transfer"]);
  });

  it("keeps its sign whatever RvslInd says", async () => {
    const report = await offer(day([line({ cents: 123, sign: "CRDT", reversed: true, structured: "5000056789012345" })]));
    expect(
      (await pool().query("SELECT amount_cents::int AS c, disposition FROM bank_line WHERE file_id = $1", [report.id])).rows,
    ).toEqual([{ c: 123, disposition: "suspense" }]);
  });
});

describe("a returned collection", () => {
  it("takes back the payment it is about, by account and amount, and keeps its reason", async () => {
    await offer(day([line({ cents: 77001, day: "2026-11-10", structured: "7000000000000" })]));
    const report = await offer(day([line({ cents: 77001, sign: "DBIT", text: "7000000000000", reason: "AM04" })]));
    expect(report.added).toBe(1);
    expect(await ledger("P1")).toEqual(["payment 77001 bank", "reversal 77001 bank"]);
    expect(
      (await pool().query("SELECT return_reason AS r FROM ledger_entry WHERE kind = 'reversal' AND amount_cents = 77001")).rows,
    ).toEqual([{ r: "AM04" }]);
  });

  it("that arrives before its payment waits, and is settled when the payment comes", async () => {
    const first = await offer(day([line({ cents: 77002, sign: "DBIT", text: "7000000000001", reason: "MD06" })]));
    expect(first.suspense).toBe(1);
    await offer(day([line({ cents: 77002, day: "2026-11-02", structured: "7000000000001" })]));
    expect(await ledger("P2")).toEqual(["payment 77002 bank", "reversal 77002 bank"]);
  });
});

describe("a receipt that bank and ERP both report", () => {
  it("counts once when the ERP was first, and two equal payments stay two", async () => {
    await importFiles(SYSTEM, [erp("mutaties", [receipt("P3", "O1", "500,00", "2026-11-18")])]);
    const report = await offer(
      day([line({ cents: 50000, structured: "7000000000002" }), line({ cents: 50000, structured: "7000000000002" })]),
    );
    expect([report.added, report.ignored]).toEqual([1, 1]);
    expect(await ledger("P3")).toEqual(["payment 50000 erp", "payment 50000 bank"]);
  });

  it("counts once when the bank was first, also for its storno, and a repeated file changes nothing", async () => {
    await offer(day([line({ cents: 51000, day: "2026-11-17", structured: "7000000000003" })]));
    await offer(day([line({ cents: 51000, sign: "DBIT", text: "7000000000003", reason: "AM04" })]));
    const rows = [
      receipt("P4", "O1", "510,00", "2026-11-18"),
      storno("P4", "S1", "510,00", "O1", "2026-11-21"),
      receipt("P4", "O2", "510,00", "2026-11-19"),
    ];
    const [report] = await importFiles(SYSTEM, [erp("mutaties", rows)]);
    expect(report).toMatchObject({ added: 1, ignored: 2, rejected: 0 });
    expect(await ledger("P4")).toEqual(["payment 51000 bank", "payment 51000 erp", "reversal 51000 bank"]);
    expect((await importFiles(SYSTEM, [erp("mutaties", rows)]))[0]).toMatchObject({ added: 0, known: 3 });
  });
});

describe("the same lines in other files", () => {
  const everything: TestLine[] = Array.from({ length: 12 }, (_, index) => ({
    cents: 1000 + (index % 4),
    day: `2026-10-${String(10 + (index % 3)).padStart(2, "0")}`,
    ref: `X${index}`,
    structured: index % 2 ? "5000056789012345" : "6000000000701007",
  }));
  const total = async () =>
    (
      await pool().query(
        "SELECT count(*)::int AS n, sum(amount_cents)::int AS cents FROM ledger_entry WHERE booked_on BETWEEN '2026-10-01' AND '2026-10-31'",
      )
    ).rows[0];

  it("give the same ledger however they are split, ordered or repeated", async () => {
    const part = fc.subarray(everything, { minLength: 1 });
    await offer(day(everything, { to: "2026-10-31" }));
    const whole = await total();
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean(), async (parts, reversed) => {
        const statements = parts.map((lines) => day(reversed ? [...lines].reverse() : lines, { to: "2026-10-31" }));
        const report = await offer(...statements);
        expect(report.added).toBe(0);
        expect(report.known).toBe(report.lines);
        expect(await total()).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it("that are equal in everything count as often as they stand in one statement", async () => {
    const twice = day([
      line({ cents: 4242, ref: "Z", structured: "5000056789012345" }),
      line({ cents: 4242, ref: "Z", structured: "5000056789012345" }),
    ]);
    expect((await offer(twice)).added).toBe(2);
    expect((await offer({ ...twice, id: "renamed" })).known).toBe(2);
  });

  it("of a statement that stands twice in one file count once", async () => {
    const page = day([line({ cents: 4343, structured: "5000056789012345" })]);
    expect(await offer(page, page)).toMatchObject({ lines: 2, added: 1, known: 1 });
  });
});
