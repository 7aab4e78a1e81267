import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { addAccount } from "@/lib/bank/commands/add-account";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { erp } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const OLD = "NL91ABNA0417164300";
let offered = 0;
async function offer(text: string): Promise<FileReport> {
  const [report] = await importFiles(SYSTEM, [{ name: `bank-${++offered}`, bytes: new TextEncoder().encode(text) }]);
  return report as FileReport;
}
const counts = ({ added, known, suspense, ignored, refused }: FileReport) => ({ added, known, suspense, ignored, refused });
const fresh = (added: number, known = 0) => ({ added, known, suspense: 0, ignored: 0, refused: undefined });

beforeAll(async () => {
  await importFiles(SYSTEM, [erp("contracten", [{ contractnummer: "I001", nettohuur: "500,00", iban: "NL44INGB0004100000" }])]);
  for (const iban of [OURS, OLD]) await addAccount(SYSTEM, { iban, name: iban });
});

/** A payment without any reference of the bank: equal ones are equal in everything. */
const ntry = (
  day: string,
) => `<Ntry><Amt Ccy="EUR">500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt>
<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>C. Voorbeeld</Nm></Dbtr><DbtrAcct><Id><IBAN>NL44INGB0004100000</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>huur</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const bal = (code: string, euros: number, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
interface Told {
  readonly id: string;
  readonly sequence: number;
  readonly day: string;
  readonly opening: number;
  readonly times: number;
  readonly from?: string;
  readonly page?: string;
}
const stmt = ({ id, sequence, day, opening, times, from = day, page = "" }: Told) =>
  `<Stmt><Id>${id}</Id>${page}<ElctrncSeqNb>${sequence}</ElctrncSeqNb><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${day}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>${OURS}</IBAN></Id></Acct>
${bal("OPBD", opening, from)}${bal("CLBD", opening + 500 * times, day)}${ntry(day).repeat(times)}</Stmt>`;
const camt = (...all: readonly Told[]) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>${all.map(stmt).join("")}</BkToCstmrStmt></Document>`;

describe("two equal payments stay two", () => {
  const morning = { id: "D-101", sequence: 101, day: "2026-11-03", opening: 1000, times: 1 };
  const noon = { id: "D-102", sequence: 102, day: "2026-11-03", opening: 1500, times: 1 };

  it("in two statements of one day, and either told again adds nothing", async () => {
    expect(counts(await offer(camt(morning)))).toEqual(fresh(1));
    expect(counts(await offer(camt(noon)))).toEqual(fresh(1));
    expect(counts(await offer(`${camt(noon)}\n`))).toEqual(fresh(0, 1));
    expect(counts(await offer(`${camt(morning, noon)}\n`))).toEqual(fresh(0, 2));
  });

  it("also when a month that holds both comes after them, under a name of its own", async () => {
    const month = { id: "M-11", sequence: 11, day: "2026-11-03", from: "2026-10-31", opening: 1000, times: 2 };
    expect(counts(await offer(camt(month)))).toEqual(fresh(0, 2));
  });

  it("also when a month comes after its days that says only on which day it closes", async () => {
    const days = [
      { id: "W-1", sequence: 111, day: "2026-11-16", opening: 9500, times: 1 },
      { id: "W-2", sequence: 112, day: "2026-11-17", opening: 10000, times: 2 },
    ];
    expect(counts(await offer(camt(...days)))).toEqual(fresh(3));
    const lines = ntry("2026-11-16") + ntry("2026-11-17").repeat(2);
    const whole = `<Stmt><Id>W-M</Id><Acct><Id><IBAN>${OURS}</IBAN></Id></Acct>${bal("OPBD", 9500, "2026-11-13")}${bal("CLBD", 11000, "2026-11-17")}${lines}</Stmt>`;
    expect(counts(await offer(camt().replace("<BkToCstmrStmt>", `<BkToCstmrStmt>${whole}`)))).toEqual(fresh(0, 3));
  });

  it("in two statements of one day that the bank calls the same", async () => {
    const told = { id: "SAME", sequence: 0, day: "2026-11-12", times: 1 };
    const both = camt({ ...told, opening: 7000 }, { ...told, opening: 7500 });
    expect(counts(await offer(both))).toEqual(fresh(2));
    expect(counts(await offer(`${both}\n`))).toEqual(fresh(0, 2));
  });

  it("on two pages of one CAMT statement", async () => {
    const page = (number: number, last: boolean) => `<StmtPgntn><PgNb>${number}</PgNb><LastPgInd>${last}</LastPgInd></StmtPgntn>`;
    const day = { id: "P-103", sequence: 103, day: "2026-11-04", times: 1 };
    const pages = camt({ ...day, opening: 2000, page: page(1, false) }, { ...day, opening: 2500, page: page(2, true) });
    expect(counts(await offer(pages))).toEqual(fresh(2));
    expect(counts(await offer(`${pages}\n`))).toEqual(fresh(0, 2));
  });

  it("on two pages of one MT940 statement", async () => {
    const page = (number: number, from: number, tags: readonly [string, string]) =>
      [
        ...["ABNANL2A", "940", "ABNANL2A", `:20:94${number}`, `:25:${OURS}`, `:28:22501/${number}`],
        `:${tags[0]}:C261104EUR${from},00`,
        ":61:2611051105C500,00N654NONREF",
        ":86:/TRTP/SEPA OVERBOEKING/IBAN/NL44INGB0004100000/BIC/INGBNL2A/NAME/C VOORBEELD",
        "/REMI/HUUR/EREF/NOTPROVIDED",
        `:${tags[1]}:C261105EUR${from + 500},00`,
        "-",
      ].join("\r\n");
    const pages = [page(1, 3000, ["60F", "62M"]), page(2, 3500, ["60M", "62F"])].join("\r\n");
    expect(counts(await offer(`${pages}\r\n`))).toEqual(fresh(2));
    expect(counts(await offer(pages))).toEqual(fresh(0, 2));
  });
});

it("two pages within one message of MT940 are two pages", async () => {
  const booking = [":61:2611131113C500,00NTRFNONREF", ":86:/IBAN/NL44INGB0004100000/NAME/C VOORBEELD/REMI/HUUR"];
  const text = [
    ...[":20:X", `:25:${OURS}`, ":28C:240/1", ":60F:C261112EUR8000,00", ...booking, ":62M:C261113EUR8500,00"],
    ...[":60M:C261112EUR8500,00", ...booking, ":62F:C261113EUR9000,00", "-", ""],
  ].join("\r\n");
  expect(counts(await offer(text))).toEqual(fresh(2));
  expect(counts(await offer(`${text}\r\n`))).toEqual(fresh(0, 2));
});

describe("one statement told twice stays one", () => {
  it("under another name of the bank with the same balances", async () => {
    const told = { id: "E-1", sequence: 104, day: "2026-11-06", opening: 4000, times: 2 };
    expect(counts(await offer(camt(told)))).toEqual(fresh(2));
    expect(counts(await offer(camt({ ...told, id: "E-1-bis" })))).toEqual(fresh(0, 2));
  });

  it("with the account's old number first and its IBAN later", async () => {
    const told = (account: string) =>
      [
        ...[":20:X", `:25:${account}`, ":28C:225/1", ":60F:C261108EUR0,00", ":61:2611091109C500,00NTRFNONREF"],
        ...[":86:/TRTP/SEPA OVERBOEKING/IBAN/NL44INGB0004100000/NAME/C VOORBEELD/REMI/HUUR", ":62F:C261109EUR500,00", "-", ""],
      ].join("\r\n");
    expect(counts(await offer(told("417164300")))).toEqual(fresh(1));
    expect(counts(await offer(told(OLD)))).toEqual(fresh(0, 1));
  });
});

it("an entry that stands outside every statement is never booked on the statement before it", async () => {
  const text = camt({ id: "O-1", sequence: 105, day: "2026-11-10", opening: 5000, times: 1 });
  const report = await offer(text.replace("</BkToCstmrStmt>", `${ntry("2026-11-10")}</BkToCstmrStmt>`));
  expect(report.refused?.code).toBe("bad-line");
});

it("a booking of another account after the closing balance is never booked on the account before it", async () => {
  const text = [
    ...[":20:X", `:25:${OURS}`, ":28C:226/1", ":60F:C261110EUR6000,00", ":62F:C261111EUR6000,00"],
    ...[
      `:25:${OLD}`,
      ":28C:7/1",
      ":60F:C261110EUR0,00",
      ":61:2611111111C700,00NTRFNONREF",
      ":86:HUUR",
      ":62F:C261111EUR700,00",
      "-",
    ],
  ].join("\r\n");
  await offer(text);
  const { pool } = await import("@/lib/platform/db");
  const { rows } = await pool().query(
    "SELECT a.iban FROM bank_line l JOIN bank_account a ON a.id = l.account_id WHERE l.amount_cents = 70000",
  );
  expect(rows.map((row) => row.iban)).toEqual([OLD]);
});
