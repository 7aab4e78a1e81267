import type { BankLine, PaymentDetail } from "./line";

const partOf = (line: BankLine, detail: PaymentDetail, amountCents: bigint): BankLine => ({
  ...detail,
  amountCents,
  bookedOn: line.bookedOn,
  valueOn: line.valueOn,
  isBatch: false,
  details: [],
});

/** What the transactions leave of a line: charges that the bank took with it. */
const restOf = (line: BankLine, amountCents: bigint): BankLine => ({
  ...line,
  amountCents,
  bankReference: line.bankReference === null ? "rest" : `${line.bankReference} rest`,
  reference: null,
  endToEnd: null,
  counterparty: null,
  iban: null,
  isReturn: false,
  returnReason: null,
  isBatch: false,
  isRest: true,
  details: [],
});

/**
 * The payments a line consists of, each to be placed on its own: one per transaction where the bank says how much each was, and what
 * is then left over as a line of its own, so that the parts always add up to the line. Without those amounts it stays one batch.
 */
export function partsOf(line: BankLine): BankLine[] {
  const [first, ...more] = line.details;
  if (first === undefined) return [line];
  const amounts = line.details.map((detail) => detail.amountCents);
  const total = amounts.reduce<bigint>((sum, cents) => sum + (cents ?? 0n), 0n);
  if (more.length === 0) {
    // Of one transaction the line says how much it was, but a returned debit may carry the bank's charge on top.
    const charged = line.isReturn && total !== 0n && total !== line.amountCents && total < 0n === line.amountCents < 0n;
    return charged ? [{ ...line, amountCents: total, details: [] }, restOf(line, line.amountCents - total)] : [line];
  }
  if (amounts.includes(null)) return [{ ...line, isBatch: true }];
  const parts = line.details.flatMap((detail, index) => {
    const cents = amounts[index] ?? 0n;
    return cents === 0n ? [] : [partOf(line, detail, cents)];
  });
  return total === line.amountCents ? parts : [...parts, restOf(line, line.amountCents - total)];
}
