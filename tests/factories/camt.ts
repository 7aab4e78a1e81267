/** Builds CAMT.053 files for tests: only what a test cares about is said, the rest is ordinary. */
export interface TestLine {
  readonly cents: number;
  readonly day: string;
  readonly ref?: string;
  readonly sign?: "CRDT" | "DBIT";
  readonly name?: string;
  readonly iban?: string;
  readonly structured?: string;
  readonly text?: string;
  readonly endToEnd?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly reversed?: boolean;
  readonly batchOf?: number;
  /** Amounts of the transactions named within the entry. */
  readonly details?: readonly (Omit<TestLine, "day" | "details"> & { readonly cents: number })[];
}

export interface TestStatement {
  readonly iban: string;
  readonly id: string;
  readonly from?: string;
  readonly to: string;
  readonly lines: readonly TestLine[];
  /** Nil when not said. */
  readonly openingCents?: number;
}

const euros = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
const tag = (name: string, content: string | undefined) => (content === undefined ? "" : `<${name}>${content}</${name}>`);

function detail(line: Omit<TestLine, "day">, withAmount: boolean): string {
  const role = (line.sign ?? "CRDT") === "CRDT" || line.reason ? "Dbtr" : "Cdtr";
  const amount = withAmount ? `<AmtDtls><TxAmt><Amt Ccy="EUR">${euros(line.cents)}</Amt></TxAmt></AmtDtls>` : "";
  const account = tag(`${role}Acct`, line.iban && `<Id><IBAN>${line.iban}</IBAN></Id>`);
  const structured = tag("Strd", line.structured && `<CdtrRefInf><Ref>${line.structured}</Ref></CdtrRefInf>`);
  return `<TxDtls>${tag("Refs", tag("EndToEndId", line.endToEnd))}${amount}
    <RltdPties>${tag(role, tag("Nm", line.name ?? "Iemand"))}${account}</RltdPties>
    <RmtInf>${tag("Ustrd", line.text)}${structured}</RmtInf>
    ${tag("RtrInf", line.reason && `<Rsn><Cd>${line.reason}</Cd></Rsn>`)}</TxDtls>`;
}

export function entry(line: TestLine): string {
  const batch = tag("Btch", line.batchOf === undefined ? undefined : `<NbOfTxs>${line.batchOf}</NbOfTxs>`);
  const details = line.details?.map((it) => detail({ sign: line.sign, ...it }, true)).join("") ?? detail(line, false);
  return `<Ntry><Amt Ccy="EUR">${euros(line.cents)}</Amt><CdtDbtInd>${line.sign ?? "CRDT"}</CdtDbtInd>
    ${line.reversed ? "<RvslInd>true</RvslInd>" : ""}<Sts>${line.status ?? "BOOK"}</Sts><BookgDt><Dt>${line.day}</Dt></BookgDt>
    ${tag("AcctSvcrRef", line.ref)}<NtryDtls>${batch}${line.batchOf === undefined ? details : ""}</NtryDtls></Ntry>`;
}

/** Closing balance what the booked lines make of the opening balance. */
export function statement({ iban, id, from, to, lines, openingCents = 0 }: TestStatement): string {
  const booked = lines.filter((line) => (line.status ?? "BOOK") === "BOOK");
  const closing = booked.reduce((sum, line) => sum + (line.sign === "DBIT" ? -line.cents : line.cents), openingCents);
  const balance = (code: string, day: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(Math.abs(cents))}</Amt><CdtDbtInd>${cents < 0 ? "DBIT" : "CRDT"}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  return `<Stmt><Id>${id}</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
    ${balance("OPBD", from ?? to, openingCents)}${balance("CLBD", to, closing)}${lines.map(entry).join("\n")}</Stmt>`;
}

export const camt053 = (...statements: readonly TestStatement[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
${statements.map(statement).join("\n")}</BkToCstmrStmt></Document>`;

export const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
