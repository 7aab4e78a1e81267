/** Builds collection files (pain.008) for tests: batches with the amounts that are collected. */
export interface TestBatch {
  readonly id: string;
  readonly iban: string;
  readonly day: string;
  readonly cents: readonly number[];
  /** What the file says they come to; their sum when not said. */
  readonly statedCents?: number;
}

const euros = (cents: number) => (cents / 100).toFixed(2);
const sum = (cents: readonly number[]) => cents.reduce((all, one) => all + one, 0);

const batch = ({ id, iban, day, cents, statedCents }: TestBatch) => `<PmtInf><PmtInfId>${id}</PmtInfId><PmtMtd>DD</PmtMtd>
  <NbOfTxs>${cents.length}</NbOfTxs><CtrlSum>${euros(statedCents ?? sum(cents))}</CtrlSum><ReqdColltnDt>${day}</ReqdColltnDt>
  <CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct>
  ${cents.map((one, index) => `<DrctDbtTxInf><PmtId><EndToEndId>${id}-${index}</EndToEndId></PmtId><InstdAmt Ccy="EUR">${euros(one)}</InstdAmt></DrctDbtTxInf>`).join("\n")}</PmtInf>`;

export const pain008 = (messageId: string, ...batches: readonly TestBatch[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"><CstmrDrctDbtInitn><GrpHdr><MsgId>${messageId}</MsgId>
<NbOfTxs>${sum(batches.map((one) => one.cents.length))}</NbOfTxs></GrpHdr>
${batches.map(batch).join("\n")}</CstmrDrctDbtInitn></Document>`;
