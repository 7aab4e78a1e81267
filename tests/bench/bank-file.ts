import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** As many as a large corporation has. */
export const BENCH_TENANCIES = 25_000;
export const BENCH_IBAN = "NL14BNGH0285001234";

export const receiptCents = (index: number): number => 45_000 + ((index * 7919) % 60_000);
export const receiptDay = (index: number): string => `2026-10-${String(1 + (index % 28)).padStart(2, "0")}`;
/** Receipts go round over the tenancies of the bench, which are numbered from 1. */
export const benchReference = (index: number): string => String(5_000_000_000_000_001 + (index % BENCH_TENANCIES));

function receiptXml(index: number, count: number): string {
  const cents = receiptCents(index);
  const day = receiptDay(index);
  const reference = benchReference(index);
  const account = `NL44INGB${String(index % 1_000_000).padStart(10, "0")}`;
  return `<Ntry><NtryRef>${index + 1}</NtryRef><Amt Ccy="EUR">${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>false</RvslInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>BNG${count}-${String(index).padStart(9, "0")}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Huurder nummer ${index}</Nm></Dbtr><DbtrAcct><Id><IBAN>${account}</IBAN></Id></DbtrAcct></RltdPties><RltdAgts><DbtrAgt><FinInstnId><BIC>INGBNL2A</BIC></FinInstnId></DbtrAgt></RltdAgts><RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>${reference}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
`;
}

const balance = (code: string, cents: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${(cents / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-31</Dt></Dt></Bal>\n`;

/** A bank's statement of as many receipts as asked: about 900 bytes each, as banks write them. */
export async function writeStatement(file: string, count: number): Promise<void> {
  let closing = 0;
  for (let index = 0; index < count; index++) closing += receiptCents(index);
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  out.write(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2026-10-31T23:00:00</CreDtTm></GrpHdr>
<Stmt><Id>BENCH-${count}</Id><ElctrncSeqNb>304</ElctrncSeqNb><CreDtTm>2026-10-31T23:00:00</CreDtTm><Acct><Id><IBAN>${BENCH_IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance("OPBD", 0)}${balance("CLBD", closing)}`);
  for (let index = 0; index < count; index++) {
    if (!out.write(receiptXml(index, count))) await once(out, "drain");
  }
  out.end("</Stmt></BkToCstmrStmt></Document>\n");
  await finished(out);
}
