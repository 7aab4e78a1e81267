import { createReadStream, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { addAccount } from "@/lib/bank/commands/add-account";
import { describe as describeFile } from "@/lib/bank/formats/describe";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool } from "@/lib/platform/db";
import { camt053 } from "../factories/camt";
import { erp } from "../factories/erp";

const FOLDER = path.resolve(import.meta.dirname, "../samples/bank");
const OURS = "NL14BNGH0285001234";

async function offer(name: string, text = readFileSync(path.join(FOLDER, name))): Promise<FileReport> {
  const [report] = await importFiles(SYSTEM, [{ name, bytes: new Uint8Array(text) }]);
  return report as FileReport;
}
const kept = async (report: FileReport) =>
  (
    await pool().query(
      `SELECT l.amount_cents::int AS cents, l.disposition, l.because, t.number FROM bank_line l LEFT JOIN tenancy t ON t.id = l.tenancy_id
       WHERE l.file_id = $1 ORDER BY l.id`,
      [report.id],
    )
  ).rows.map((row) => [row.cents, row.disposition, row.because, row.number]);
const completeThrough = async (iban: string) =>
  (
    await pool().query(
      "SELECT max(through_day)::text AS day FROM receipts_complete c JOIN bank_account a ON a.id = c.account_id WHERE a.iban = $1",
      [iban],
    )
  ).rows[0]?.day;

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp("contracten", [
      { contractnummer: "C001", betalingskenmerk: "5000056789012345", iban: "NL44INGB0004100000", nettohuur: "612,40" },
      { contractnummer: "C002", betalingskenmerk: "6000000000701007", iban: "NL40INGB0099887766" },
    ]),
  ]);
  for (const iban of [OURS, "NL20INGB0001234567", "NL91ABNA0417164300", "NL16KNAB0600112233"]) {
    await addAccount(SYSTEM, { iban, name: iban });
  }
});

describe("a statement in MT940", () => {
  it("is imported like any other: matched, posted, and its day complete", async () => {
    const report = await offer("mt940/ing-gestructureerd.sta");
    expect(await kept(report)).toEqual([[61240, "posted", "reference", "C001"]]);
    expect(await completeThrough("NL20INGB0001234567")).toBe("2026-11-20");
  });

  it("that names its account by the old number is known by the end of the IBAN", async () => {
    const report = await offer("mt940/abn-vaste-kolommen.sta");
    expect(report.refused).toBeUndefined();
    expect((await kept(report))[0]?.[0]).toBe(61240);
  });

  it("of several pages completes the day only with its last page", async () => {
    const both = readFileSync(path.join(FOLDER, "mt940/knab-pagina-s-60m-62m.sta"), "utf8");
    const [first = "", second = ""] = both.split(/(?<=-\}\n)/);
    const partly = await offer("pagina 1", Buffer.from(first));
    expect([partly.lines, await completeThrough("NL16KNAB0600112233")]).toEqual([1, null]);
    const rest = second.replace(":62M:", ":62F:");
    expect((await offer("pagina 2", Buffer.from(rest))).lines).toBe(1);
    expect(await completeThrough("NL16KNAB0600112233")).toBe("2026-11-20");
  });
});

describe("what is no closed statement", () => {
  it("a report of the day under way posts what is booked and completes nothing", async () => {
    const report = await offer("camt052/overdag-geboekt-en-in-behandeling.xml");
    expect(await kept(report)).toEqual([[61240, "posted", "iban", "C001"]]);
    expect(report.issues.map((issue) => issue.code)).toEqual(["pending"]);
    expect(await completeThrough(OURS)).toBeNull();
  });

  it("a report on refused collections books nothing and says which and why", async () => {
    const report = await offer("pain002/incasso-geweigerd.xml");
    expect(await kept(report)).toEqual([]);
    expect(report.issues.map((issue) => [issue.code, issue.values.reference, issue.values.reason])).toEqual([
      ["collection-refused", "INC-1", "AM04"],
      ["collection-refused", "INC-2", "MD01"],
    ]);
  });
});

it("a booking whose transactions do not add up is kept to the cent: the rest is the bank's", async () => {
  const report = await offer("camt053/posten-tellen-niet-op-tot-boeking.xml");
  const lines = await kept(report);
  expect(lines.map(([cents, disposition, because]) => [cents, disposition, because])).toContainEqual([
    -250,
    "own",
    "bank-charges",
  ]);
  expect(lines.reduce((sum, [cents]) => sum + cents, 0)).toBe(29750);
  expect(report.notes.map((note) => note.code)).toEqual(["details-differ"]);
});

it("a statement that does not add up is kept, and says so", async () => {
  const report = await offer("camt053/sluit-niet.xml");
  expect(report.refused).toBeUndefined();
  expect(report.notes.map((note) => note.code)).toContain("balance-differs");
});

describe("a file with something that cannot be read", () => {
  it.each([
    ["fout/mt940-afgebroken.sta", "cut-off"],
    ["fout/twee-bestanden-aan-elkaar.xml", "second-document"],
    ["fout/entiteitenbom.xml", "doctype"],
    ["fout/dollarrekening.xml", "foreign-currency-account"],
    ["fout/saldo-onleesbaar.xml", "bad-balance"],
  ])("%s leaves nothing behind", async (name, code) => {
    const before = (await pool().query("SELECT count(*)::int AS n FROM bank_line")).rows[0].n;
    expect((await offer(name)).refused?.code).toBe(code);
    expect((await pool().query("SELECT count(*)::int AS n FROM bank_line")).rows[0].n).toBe(before);
  });

  it("one line that cannot be read is enough: nothing of the file is kept, and it says which line and field", async () => {
    const count = async () => (await pool().query("SELECT count(*)::int AS n FROM bank_line")).rows[0].n;
    const before = await count();
    const text = readFileSync(path.join(FOLDER, "fout/bedrag-geen-getal.xml"), "utf8").replaceAll("2026-11-20", "2026-12-01");
    const report = await offer("geen getal", Buffer.from(text.replace("A-225", "A-230")));
    expect(report.refused).toEqual({
      code: "bad-line",
      values: { line: 10, field: "Amt", value: "NaN", code: "bad-bank-amount" },
    });
    expect(await count()).toBe(before);
    expect((await completeThrough(OURS)) ?? "").not.toBe("2026-12-01");
  });

  // An import also knows other files than the bank's, and says so of those.
  const bad = readdirSync(path.join(FOLDER, "fout")).filter((name) => !/^(?:csv|json)/.test(name));
  it.each(bad)("fout/%s is refused by an import as by a look at it", async (name) => {
    const looked = async () => {
      for await (const _ of describeFile(createReadStream(path.join(FOLDER, "fout", name)))) void _;
    };
    const code = (await looked().catch((error) => error))?.code;
    expect(code).toBeDefined();
    expect((await offer(`fout/${name}`)).refused?.code).toBe(code);
  });
});

describe("what the bank tells in two ways", () => {
  const mt940 = (...texts: string[]) =>
    Buffer.from(
      [
        ":20:TWICE",
        `:25:${OURS}`,
        ":28C:341",
        ":60F:C261206EUR0,00",
        ...texts.flatMap((text, at) => [
          `:61:2612071207C612,40NTRFNONREF//M${at}`,
          `:86:/IBAN/NL44INGB0004100000/NAME/J. DE GROOT/REMI/${text}`,
        ]),
        `:62F:C261207EUR${((61240 * texts.length) / 100).toFixed(2).replace(".", ",")}`,
        "-",
      ].join("\r\n"),
    );
  const line = (ref: string, text: string) => ({ cents: 61240, day: "2026-12-07", ref, text, iban: "NL44INGB0004100000" });
  const camt = (id: string, ...lines: ReturnType<typeof line>[]) =>
    Buffer.from(camt053({ iban: OURS, id, from: "2026-12-06", to: "2026-12-07", lines }));

  it("counts once, in whatever order and pieces, and two equal payments stay two", async () => {
    const dispositions = async (name: string, text: Buffer<ArrayBuffer>) =>
      (await kept(await offer(name, text))).map((it) => `${it[1]} ${it[2]}`);
    expect(await dispositions("een.sta", mt940("huur december"))).toEqual(["posted iban"]);
    const both = camt("T-1", line("C1", "Huur, december"), line("C2", "huur december"), line("C3", "huur januari"));
    expect(await dispositions("twee.xml", both)).toEqual(["ignored duplicate", "posted iban", "posted iban"]);
    const all = mt940("huur december", "huur december", "huur januari", "huur januari").toString().replace("C:341", "C:342");
    expect(await dispositions("drie.sta", Buffer.from(all.replaceAll("//M", "//N")))).toEqual([
      "ignored duplicate",
      "posted iban",
      "ignored duplicate",
      "posted iban",
    ]);
    expect(await dispositions("twee opnieuw.xml", Buffer.from(`${both} `))).toEqual([]);
  });
});
