import type { Day } from "@/lib/kernel/day";

/** One line of the invented bank's statement. */
export interface StatementLine {
  readonly on: Day;
  /** Signed cents: + received. */
  readonly amount: number;
  readonly reference: string | null;
  readonly endToEnd: string | null;
  readonly iban: string | null;
  readonly name: string;
  readonly remittance: string | null;
  readonly returnReason: string | null;
}

const euros = (amount: number) => (Math.abs(amount) / 100).toFixed(2);
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const sign = (amount: number) => (amount < 0 ? "DBIT" : "CRDT");

/** A CAMT.053 statement of these days, as the bank would send it: the demo's money comes in by the same door as real money. */
export function statementXml(iban: string, from: Day, to: Day, openingCents: number, lines: readonly StatementLine[]): string {
  const closing = lines.reduce((sum, line) => sum + line.amount, openingCents);
  const balance = (code: string, amount: number, day: Day) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(amount)}</Amt><CdtDbtInd>${sign(amount)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>`,
    `<GrpHdr><MsgId>DEMO-${to}</MsgId><CreDtTm>${to}T23:00:00</CreDtTm></GrpHdr><Stmt><Id>DEMO-${from}-${to}</Id>`,
    `<CreDtTm>${to}T23:00:00</CreDtTm><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>`,
    `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance("OPBD", openingCents, from),
    balance("CLBD", closing, to),
    ...lines.map((line, index) => entryXml(line, index)),
    "</Stmt></BkToCstmrStmt></Document>\n",
  ].join("\n");
}

function entryXml(line: StatementLine, index: number): string {
  const party = line.amount < 0 && line.returnReason === null ? "Cdtr" : "Dbtr";
  const account = line.iban ? `<${party}Acct><Id><IBAN>${line.iban}</IBAN></Id></${party}Acct>` : "";
  const reference = line.reference
    ? `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>${line.reference}</Ref></CdtrRefInf></Strd>`
    : "";
  const text = line.remittance || !line.reference ? `<Ustrd>${escaped(line.remittance ?? "")}</Ustrd>` : "";
  const returned = line.returnReason ? `<RtrInf><Rsn><Cd>${line.returnReason}</Cd></Rsn></RtrInf>` : "";
  return [
    `<Ntry><NtryRef>${index + 1}</NtryRef><Amt Ccy="EUR">${euros(line.amount)}</Amt><CdtDbtInd>${sign(line.amount)}</CdtDbtInd><Sts>BOOK</Sts>`,
    `<BookgDt><Dt>${line.on}</Dt></BookgDt><ValDt><Dt>${line.on}</Dt></ValDt><AcctSvcrRef>DEMO${line.on}-${index + 1}</AcctSvcrRef>`,
    `<NtryDtls><TxDtls><Refs><EndToEndId>${line.endToEnd ?? "NOTPROVIDED"}</EndToEndId></Refs>`,
    `<RltdPties><${party}><Nm>${escaped(line.name)}</Nm></${party}>${account}</RltdPties><RmtInf>${text}${reference}</RmtInf>${returned}`,
    "</TxDtls></NtryDtls></Ntry>",
  ].join("");
}
