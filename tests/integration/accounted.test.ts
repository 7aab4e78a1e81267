import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";
import { camt053, file, type TestLine } from "../factories/camt";
import { charge, erp, receipt, storno } from "../factories/erp";
import { asOwner } from "./database";

const OURS = "NL14BNGH0285001234";
const REFERENCE = "5000056789012345";
let sequence = 0;
const line = (cents: number, more: Partial<TestLine> = {}): TestLine => ({
  ...{ cents, day: "2026-11-20", ref: `A${++sequence}` },
  ...more,
});
const offer = async (lines: readonly TestLine[], id = `S${++sequence}`) =>
  (await importFiles(SYSTEM, [file("a.xml", camt053({ iban: OURS, id, to: "2026-11-20", lines }))]))[0] as FileReport;

/** One of each disposition, and some that are no lines of ours: nothing, not booked. */
const everyDisposition = (): TestLine[] => [
  line(60000, { structured: REFERENCE }),
  line(12345),
  line(999900, { batchOf: 12 }),
  line(500, { sign: "DBIT", iban: "NL09SNSB0004123757" }),
  line(0),
  line(700, { status: "PDNG" }),
  line(300, { details: [{ cents: 100, structured: REFERENCE }, { cents: 150 }] }),
];

/** The database does something else with rows of this table than it was told, for as long as `work` takes. */
async function broken<T>(table: string, body: string, work: () => Promise<T>): Promise<T> {
  await asOwner(`CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$;
    CREATE TRIGGER break_it BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION break_it()`);
  try {
    return await work();
  } finally {
    await asOwner(`DROP TRIGGER break_it ON ${table}; DROP FUNCTION break_it()`);
  }
}
const counted = async () =>
  (
    await pool().query(
      `SELECT (SELECT count(*)::int FROM bank_line) AS lines, (SELECT count(*)::int FROM ledger_entry) AS entries,
         (SELECT count(*)::int FROM bank_statement) AS statements, (SELECT count(*)::int FROM receipts_complete) AS complete`,
    )
  ).rows[0];

beforeAll(async () => {
  await importFiles(SYSTEM, [erp("contracten", [{ contractnummer: "1", betalingskenmerk: REFERENCE }])]);
});

describe("every line and cent of a statement", () => {
  it("ends as posted, in suspense, our own, or ignored with a reason; twice as known", async () => {
    const lines = everyDisposition();
    expect(await offer(lines, "one")).toMatchObject({ lines: 9, added: 2, suspense: 2, ignored: 5, rejected: 0, known: 0 });
    const { rows } = await pool().query(
      "SELECT disposition, sum(amount_cents)::int AS cents FROM bank_line GROUP BY disposition ORDER BY disposition",
    );
    expect(rows).toEqual([
      { disposition: "own", cents: 999900 - 500 + 50 },
      { disposition: "posted", cents: 60100 },
      { disposition: "suspense", cents: 12345 + 150 },
    ]);
    expect(await offer(lines, "again")).toMatchObject({ lines: 9, added: 0, known: 7, ignored: 2 });
  });

  it.each([
    ["bank_line", "loses a line", "IF NEW.disposition = 'suspense' THEN RETURN NULL; END IF; RETURN NEW;"],
    ["bank_line", "keeps a line for another amount", "NEW.amount_cents := NEW.amount_cents + 1; RETURN NEW;"],
    ["ledger_entry", "books another amount on the rent account", "NEW.amount_cents := NEW.amount_cents - 1; RETURN NEW;"],
  ])("is not half kept when the table %s %s: the file is refused and nothing of it stays", async (table, _what, body) => {
    const before = await counted();
    const lines = everyDisposition();
    const report = await broken(table, body, () => offer(lines, `broken ${body}`));
    expect(report.refused?.code).toBe("not-accounted");
    expect(await counted()).toEqual(before);
    expect(await offer(lines, `whole ${body}`)).toMatchObject({ lines: 9, added: 2, suspense: 2 });
  });
});

describe("every line and cent of a file from the housing system", () => {
  const rows = (from: number) => [
    charge("1", `E${from}`, "600,00"),
    receipt("1", `E${from + 1}`, "250,50"),
    storno("1", `E${from + 2}`, "250,50", `E${from + 1}`),
    charge("9", `E${from + 3}`, "1,00"),
  ];
  const balances = () => file("saldi.csv", "contractnummer;saldo;peildatum\n1;12,34;2026-11-19\n");
  const bring = async (offered: ReturnType<typeof file>) => (await importFiles(SYSTEM, [offered]))[0] as FileReport;
  const entries = async () => (await pool().query("SELECT count(*)::int AS n FROM ledger_entry WHERE source = 'erp'")).rows[0].n;

  it.each([
    ["loses a charge", "IF NEW.kind = 'charge' THEN RETURN NULL; END IF; RETURN NEW;"],
    ["books a storno for another amount", "IF NEW.kind = 'reversal' THEN NEW.amount_cents := 1; END IF; RETURN NEW;"],
  ])("is not half kept when the ledger %s: the file is refused and nothing of it stays", async (what, body) => {
    const before = await entries();
    const offered = erp("mutaties", rows(before * 10));
    expect((await broken("ledger_entry", body, () => bring(offered))).refused?.code, what).toBe("not-accounted");
    expect(await entries()).toBe(before);
    expect(await bring(offered)).toMatchObject({ lines: 4, added: 3, rejected: 1 });
    expect(await entries()).toBe(before + 3);
  });

  it("is not kept either when a balance is written as another one", async () => {
    const twisted = "NEW.balance_cents := NEW.balance_cents + 1; RETURN NEW;";
    expect((await broken("erp_balance", twisted, () => bring(balances()))).refused?.code).toBe("not-accounted");
    expect(await bring(balances())).toMatchObject({ added: 1 });
  });
});
