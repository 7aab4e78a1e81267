import { describe, expect, it } from "vitest";
import type { BankEvent } from "../domain/line";
import { readBankFile } from "./read";

async function events(text: string): Promise<BankEvent[]> {
  async function* whole() {
    yield Buffer.from(text, "utf8");
  }
  const all: BankEvent[] = [];
  for await (const event of readBankFile(whole())) all.push(event);
  return all;
}
const amounts = (all: readonly BankEvent[]) => all.flatMap((event) => (event.type === "line" ? [event.line.amountCents] : []));
const notes = (all: readonly BankEvent[]) => all.flatMap((event) => (event.type === "note" ? [event.said.code] : []));
const firstLine = (all: readonly BankEvent[]) => all.flatMap((event) => (event.type === "line" ? [event.line] : []))[0];

const CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
const EURO = ' Ccy="EUR"';
const DAY = "<BookgDt><Dt>2026-11-02</Dt></BookgDt>";
const balance = (code: string, amount: string, day = "<Dt>2026-11-02</Dt>", currency = EURO) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt${currency}>${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt>${day}</Dt></Bal>`;
const BALANCES = balance("OPBD", "0.00") + balance("CLBD", "5.00");
const entry = (amount: string, { day = DAY, currency = EURO, more = "" } = {}) =>
  `<Ntry><Amt${currency}>${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>${day}${more}</Ntry>`;
const stmt = (inner: string, id = "S1") =>
  `<Stmt><Id>${id}</Id><Acct><Id><IBAN>NL14BNGH0285001234</IBAN></Id></Acct>${inner}</Stmt>`;
const documentOf = (inner: string) => `<Document xmlns="${CAMT}"><BkToCstmrStmt>${inner}</BkToCstmrStmt></Document>`;
const REAL = entry("5.00");
const FALSE = entry("777.00");
const supplement = (inner: string) => `<SplmtryData><Envlp>${inner}</Envlp></SplmtryData>`;

describe("only what stands in the document's own namespace is money", () => {
  it.each([
    ["an entry in another namespace", stmt(BALANCES + REAL + FALSE.replace("<Ntry>", '<Ntry xmlns="urn:other">'))],
    ["an entry in no namespace", stmt(BALANCES + REAL + FALSE.replace("<Ntry>", '<Ntry xmlns="">'))],
    ["an entry in supplementary data of the statement", stmt(BALANCES + REAL + supplement(FALSE))],
    ["an entry in supplementary data of an entry", stmt(BALANCES + entry("5.00", { more: supplement(FALSE) }))],
    ["a whole document in supplementary data", stmt(BALANCES + REAL + supplement(documentOf(stmt(FALSE, "X"))))],
    ["a statement in another namespace", stmt(BALANCES + REAL) + stmt(FALSE, "X").replace("<Stmt>", '<Stmt xmlns="urn:other">')],
    [
      "another amount beside the bank's",
      stmt(BALANCES + entry("5.00", { more: '<x:Amt xmlns:x="urn:other" Ccy="EUR">7.00</x:Amt>' })),
    ],
    [
      "a balance in another namespace",
      stmt(
        BALANCES +
          entry("5.00", { more: `<NtryDtls><TxDtls>${supplement('<x:Bal xmlns:x="urn:other">9</x:Bal>')}</TxDtls></NtryDtls>` }),
      ),
    ],
  ])("%s counts for nothing", async (_what, inner) => {
    const all = await events(documentOf(inner));
    expect(amounts(all)).toEqual([500n]);
    expect(notes(all)).toEqual([]);
  });

  it("a transaction or a text in another namespace says nothing", async () => {
    const other = '<NtryDtls><x:TxDtls xmlns:x="urn:other"><x:RmtInf><x:Ustrd>KENMERK</x:Ustrd></x:RmtInf></x:TxDtls></NtryDtls>';
    const text = '<x:AddtlNtryInf xmlns:x="urn:other">KENMERK</x:AddtlNtryInf>';
    expect(firstLine(await events(documentOf(stmt(BALANCES + entry("5.00", { more: other + text })))))).toMatchObject({
      ...{ remittance: null, details: [] },
    });
  });

  it.each([
    ["after a statement", `${stmt(BALANCES + REAL)}${FALSE}`],
    ["before a statement", `${FALSE}${stmt(BALANCES + REAL)}`],
    ["within another entry", stmt(BALANCES + entry("5.00", { more: FALSE }))],
  ])("an entry %s refuses the file", async (_what, inner) => {
    await expect(events(documentOf(inner))).rejects.toMatchObject({ code: "bad-line", values: { field: "Ntry" } });
  });
});

describe("an envelope with a header is opened", () => {
  const header = '<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><MsgDefIdr>camt.053.001.02</MsgDefIdr></AppHdr>';
  const inside = documentOf(stmt(BALANCES + REAL));

  it.each([
    ["right within the root", `<BizMsg xmlns="urn:x">${header}${inside}</BizMsg>`],
    [
      "deeper and with a prefix",
      `<s:DataPDU xmlns:s="urn:swift"><s:Revision>2</s:Revision><s:Body>${header}${inside}</s:Body></s:DataPDU>`,
    ],
  ])("%s", async (_what, text) => {
    expect(amounts(await events(text))).toEqual([500n]);
  });

  it("with two documents is refused, not read by half", async () => {
    await expect(events(`<BizMsg>${header}${inside}${inside}</BizMsg>`)).rejects.toMatchObject({
      code: "wrong-root",
      values: { root: expect.stringContaining("(2)") },
    });
  });
});

describe("an amount without a currency is refused", () => {
  it.each([
    ["of an entry", stmt(BALANCES + entry("5.00", { currency: "" }))],
    ["of a balance", stmt(balance("OPBD", "0.00", undefined, "") + REAL)],
    ["of a transaction", stmt(BALANCES + entry("5.00", { more: "<NtryDtls><TxDtls><Amt>5.00</Amt></TxDtls></NtryDtls>" }))],
  ])("%s", async (_what, inner) => {
    await expect(events(documentOf(inner))).rejects.toMatchObject({ code: expect.stringMatching(/^bad-(?:line|balance)$/) });
  });

  it("and so is a balance in another currency", async () => {
    const dollars = stmt(balance("OPBD", "0.00", undefined, ' Ccy="USD"') + REAL);
    await expect(events(documentOf(dollars))).rejects.toMatchObject({ code: "foreign-currency-account" });
  });

  it("of a collection", async () => {
    const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn><GrpHdr><MsgId>M</MsgId></GrpHdr><PmtInf>
<PmtInfId>P</PmtInfId><ReqdColltnDt>2026-11-27</ReqdColltnDt><CdtrAcct><Id><IBAN>NL14BNGH0285001234</IBAN></Id></CdtrAcct>
<DrctDbtTxInf><InstdAmt>10.00</InstdAmt></DrctDbtTxInf></PmtInf></CstmrDrctDbtInitn></Document>`;
    await expect(events(text)).rejects.toMatchObject({ code: "bad-collection" });
  });
});

describe("days", () => {
  it("an entry without a day takes the closing day of its statement, and says so", async () => {
    const all = await events(documentOf(stmt(BALANCES + entry("5.00", { day: "" }))));
    expect(firstLine(all)?.bookedOn).toBe("2026-11-02");
    expect(notes(all)).toEqual(["booked-on-closing-day"]);
  });

  it.each([
    ["2026-11-01T23:30:00Z", "2026-11-02"],
    ["2026-11-01T22:30:00Z", "2026-11-01"],
    ["2026-06-30T22:00:00.478733084Z", "2026-07-01"],
    ["2026-11-01T20:30:00-05:00", "2026-11-02"],
    ["2026-11-02T00:30:00+01:00", "2026-11-02"],
    ["2026-11-01T23:30:00", "2026-11-01"],
  ])("the moment %s is on %s in Amsterdam", async (moment, on) => {
    const day = `<BookgDt><DtTm>${moment}</DtTm></BookgDt>`;
    expect(firstLine(await events(documentOf(stmt(BALANCES + entry("5.00", { day })))))?.bookedOn).toBe(on);
  });

  it("the moment of a balance is on its day in Amsterdam", async () => {
    const closing = balance("CLBD", "5.00", "<DtTm>2026-11-01T23:30:00Z</DtTm>");
    const all = await events(documentOf(stmt(balance("OPBD", "0.00") + closing + REAL)));
    expect(all.at(-1)).toMatchObject({ end: { toDay: "2026-11-02" } });
  });

  it("a moment that cannot be read is refused", async () => {
    const day = "<BookgDt><DtTm>2026-11-01Tmorgen</DtTm></BookgDt>";
    await expect(events(documentOf(stmt(BALANCES + entry("5.00", { day }))))).rejects.toMatchObject({ code: "bad-line" });
  });
});

it("a statement without balances says so", async () => {
  expect(notes(await events(documentOf(stmt(REAL))))).toEqual(["no-balances"]);
});

it("a message that says in a figure that it goes on does not end the statement", async () => {
  const pages = "<GrpHdr><MsgId>1</MsgId><MsgPgntn><PgNb>1</PgNb><LastPgInd>0</LastPgInd></MsgPgntn></GrpHdr>";
  const all = await events(documentOf(pages + stmt(BALANCES + REAL)));
  expect(all.find((event) => event.type === "statement")).toMatchObject({ statement: { isLastPage: false } });
});

describe("a report on collections shows all that the bank refused", () => {
  const report = (
    inner: string,
    status = "PART",
  ) => `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
<GrpHdr><MsgId>R</MsgId><CreDtTm>2026-11-20T08:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>${status}</GrpSts></OrgnlGrpInfAndSts>
${inner}</CstmrPmtStsRpt></Document>`;
  const batch = (inner: string) => `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B</OrgnlPmtInfId>${inner}</OrgnlPmtInfAndSts>`;
  const status = (code: string) => `<TxSts>${code}</TxSts>`;
  const reason = "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>";
  const amount = '<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">10.00</InstdAmt></Amt></OrgnlTxRef>';
  const tx = (inner: string) => `<TxInfAndSts><OrgnlEndToEndId>INC-1</OrgnlEndToEndId>${inner}</TxInfAndSts>`;
  const refused = (all: readonly BankEvent[]) =>
    all.flatMap((event) =>
      event.type === "pending" ? [[event.line.endToEnd, event.line.amountCents, event.line.returnReason]] : [],
    );

  it("also without an amount", async () => {
    expect(refused(await events(report(batch(tx(status("RJCT") + reason)))))).toEqual([["INC-1", null, "AC04"]]);
  });

  it("also when the reason stands there without a status, in a batch that is partly accepted", async () => {
    const all = await events(report(batch(`<PmtInfSts>PART</PmtInfSts>${tx(reason + amount)}`)));
    expect(refused(all)).toEqual([["INC-1", -1000n, "AC04"]]);
    expect(notes(all)).toEqual([]);
  });

  it("also of a whole batch that names only some of its collections", async () => {
    const whole = `<OrgnlNbOfTxs>37</OrgnlNbOfTxs><PmtInfSts>RJCT</PmtInfSts>${tx(status("RJCT") + reason + amount)}`;
    expect(notes(await events(report(batch(whole))))).toEqual(["batch-refused"]);
  });

  it("also when a batch only counts how many", async () => {
    const counted =
      "<NbOfTxsPerSts><DtldNbOfTxs>34</DtldNbOfTxs><DtldSts>ACCP</DtldSts></NbOfTxsPerSts><NbOfTxsPerSts><DtldNbOfTxs>3</DtldNbOfTxs><DtldSts>RJCT</DtldSts></NbOfTxsPerSts>";
    expect(notes(await events(report(batch(`<PmtInfSts>PART</PmtInfSts>${counted}`))))).toEqual(["batch-refused"]);
  });

  it("also when a batch says nothing itself and a later one names its collections", async () => {
    expect(notes(await events(report(batch("") + batch(tx(status("RJCT") + amount)), "RJCT")))).toEqual(["batch-refused"]);
  });

  it("and nothing that stands in supplementary data", async () => {
    const text = report(batch(tx(status("RJCT") + reason + amount) + supplement(tx(status("RJCT") + amount))));
    expect(refused(await events(text))).toHaveLength(1);
  });
});
