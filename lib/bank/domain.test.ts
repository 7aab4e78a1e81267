import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { pairDuplicates } from "./domain/cross-source-duplicates";
import { Fingerprints } from "./domain/fingerprint";
import type { BankEvent, BankLine } from "./domain/line";
import { partsOf } from "./domain/parts";
import { readCents } from "./formats/amount";
import { readBankFile } from "./formats/read";

const OURS = "NL14BNGH0285001234";
const line = (more: Partial<BankLine> = {}): BankLine => ({
  line: 1,
  amountCents: 60000n,
  bookedOn: day("2026-11-20"),
  valueOn: null,
  bankReference: null,
  reference: null,
  endToEnd: null,
  remittance: null,
  counterparty: null,
  iban: null,
  isReturn: false,
  returnReason: null,
  transactionCode: null,
  isBatch: false,
  details: [],
  ...more,
});

async function read(text: string, encoding: BufferEncoding = "utf8", size = 7): Promise<BankEvent[]> {
  const bytes = Buffer.from(text, encoding);
  async function* chunks() {
    yield bytes.subarray(0, 200);
    for (let at = 200; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const events: BankEvent[] = [];
  for await (const event of readBankFile(chunks())) events.push(event);
  return events;
}
const wrap = (content: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>${content}</BkToCstmrStmt></Document>`;
const stmt = (entries: string) =>
  `<Stmt><Id>1</Id><Acct><Id><IBAN>${OURS}</IBAN></Id></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>
   <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5.5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>${entries}</Stmt>`;
const ntry = (amount: string, rest = "", sign = "CRDT") =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-11-20T08:00:00+01:00</DtTm></BookgDt>${rest}</Ntry>`;
const lines = (events: BankEvent[]) => events.flatMap((event) => (event.type === "line" ? [event.line] : []));

describe("a CAMT.053 file", () => {
  it("tells its account, days and balances, and each booked line", async () => {
    const events = await read(wrap(stmt(ntry("12.34"))));
    expect(events[0]).toEqual({ type: "format", format: "camt.053.001.02" });
    expect(events[1]).toMatchObject({
      statement: { iban: OURS, toDay: "2026-11-20", openingCents: -1000n, closingCents: 550n, currency: "EUR" },
    });
    expect(lines(events)).toMatchObject([{ amountCents: 1234n, bookedOn: "2026-11-20" }]);
  });

  it("reads the same with any prefix, in pieces of any size, in UTF-16 and in Latin-1", async () => {
    const plain = wrap(
      stmt(ntry("1.00", "<NtryDtls><TxDtls><RmtInf><Ustrd>Één &amp; twee</Ustrd></RmtInf></TxDtls></NtryDtls>")),
    );
    const prefixed = plain.replace(/<(\/?)(?=[A-Z])/g, "<$1ns2:").replace("xmlns=", "xmlns:ns2=");
    const expected = lines(await read(plain));
    expect(expected[0]?.remittance).toBe("Één & twee");
    expect(lines(await read(prefixed, "utf8", 1))).toEqual(expected);
    expect(lines(await read(`\uFEFF${plain.replace("UTF-8", "UTF-16")}`, "utf16le", 6))).toEqual(expected);
    expect(lines(await read(plain.replace("UTF-8", "ISO-8859-1"), "latin1"))).toEqual(expected);
  });

  it.each([
    ["foreign money", (text: string) => text.replace('Ccy="EUR"', 'Ccy="USD"'), "foreign-currency"],
    ["no sign", (text: string) => text.replace("<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<Sts>"), "no-sign"],
    ["a day that is none", (text: string) => text.replace("2026-11-20T08", "2026-11-31T08"), "no-booking-day"],
    ["no amount in cents", (text: string) => text.replace("1.00", "1.005"), "bad-bank-amount"],
  ])("is refused for one line with %s, and says which and why", async (_what, spoil, code) => {
    const reading = read(wrap(stmt(`${ntry("0.00")}${spoil(ntry("1.00"))}`)));
    await expect(reading).rejects.toMatchObject({ code: "bad-line", values: { code } });
  });

  it("tells a line of nothing and one that is not booked, and that it does not come to its closing balance", async () => {
    const events = await read(wrap(stmt(`${ntry("0.00")}${ntry("1.00").replace("BOOK", "PDNG")}`)));
    expect(events.slice(2).map((event) => ("said" in event ? event.said.code : event.type))).toEqual([
      "line",
      "pending",
      "balance-differs",
      "end",
    ]);
  });

  it("sees a return by its reason, code, sign of reversal or words", async () => {
    const signs = [
      "<NtryDtls><TxDtls><RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls></NtryDtls>",
      "<BkTxCd><Domn><Fmly><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>",
      "<RvslInd>true</RvslInd>",
      "<AddtlNtryInf>Storno incasso</AddtlNtryInf>",
    ];
    const found = lines(await read(wrap(stmt([...signs, ""].map((rest) => ntry("1.00", rest, "DBIT")).join("")))));
    expect(found.map((it) => [it.isReturn, it.amountCents])).toEqual([...signs.map(() => [true, -100n]), [false, -100n]]);
  });

  it("notes when single payments do not add up to the booking", async () => {
    const detail = (amount: string) => `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls></TxDtls>`;
    const events = await read(wrap(stmt(ntry("3.10", `<NtryDtls>${detail("1.00")}${detail("2.00")}</NtryDtls>`))));
    const [line] = lines(events);
    expect(line?.details.map((it) => it.amountCents)).toEqual([100n, 200n]);
    expect(partsOf(line as BankLine).map((it) => [it.amountCents, it.isRest === true])).toEqual([
      [100n, false],
      [200n, false],
      [10n, true],
    ]);
    expect(events).toContainEqual({
      type: "note",
      said: { code: "details-differ", values: { line: 2, entryCents: "310", detailsCents: "300" } },
    });
  });

  it.each([
    ["a DOCTYPE", wrap(stmt("")).replace("<Document", '<!DOCTYPE a [<!ENTITY b "c">]><Document'), "doctype"],
    ["an undefined entity", wrap(stmt(ntry("1.00", "<AddtlNtryInf>&b;</AddtlNtryInf>"))), "broken-xml"],
    ["an end that is missing", wrap(stmt(ntry("1.00"))).slice(0, -60), "cut-off"],
    ["two documents in one", wrap(stmt("")) + wrap(stmt("")), "second-document"],
    ["another root", "<Other/>", "wrong-root"],
    ["no statement", wrap(""), "no-statement"],
    ["no account", wrap("<Stmt><Id>1</Id></Stmt>"), "no-account"],
    ["parts nested without end", wrap("<a>".repeat(100_000)), "too-deep"],
    ["a text without end", wrap(`<Stmt>${"x".repeat(3_000_000)}`), "line-too-long"],
    ["bytes that are not its encoding", wrap(stmt("")).replace("<Id>1", "<Id>\xff"), "not-its-encoding"],
  ])("with %s is refused", async (_what, text, code) => {
    await expect(read(text, code === "not-its-encoding" ? "latin1" : "utf8", 65_536)).rejects.toMatchObject({ code });
  });

  it.each([
    ["1234.56", 123456n],
    ["7", 700n],
    ["0.5", 50n],
    ["12.34000", 1234n],
    ["12.345", null],
    ["1,00", null],
    ["-1.00", null],
    ["1e5", null],
  ])("amount %s is %s cents", (text, cents) => expect(readCents(text)).toBe(cents));
});

describe("the same receipt from two sources", () => {
  it("is paired one to one, closest days first", () => {
    const { pairs } = pairDuplicates([
      { line: 1, entryId: "a", apart: 2 },
      { line: 2, entryId: "a", apart: 0 },
      { line: 1, entryId: "b", apart: 3 },
    ]);
    expect([...pairs].sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [1, "b"],
      [2, "a"],
    ]);
  });
});

it("a line has the same fingerprint in every file, and equal lines of one statement differ", () => {
  const [first, second] = [new Fingerprints(OURS), new Fingerprints(OURS)];
  const wrapped = line({ remittance: "huur\n november" });
  expect(first.of(line({ remittance: "huur november" }))).toEqual(second.of(wrapped));
  const again = first.of(wrapped);
  expect(again).not.toEqual(new Fingerprints(OURS).of(wrapped));
  expect(again).toEqual(second.of(wrapped));
});
