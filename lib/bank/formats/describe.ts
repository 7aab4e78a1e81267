import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import type { BankLine, Payment, PaymentDetail, PendingLine, Statement, StatementEnd } from "../domain/line";
import { checkOf } from "../domain/reference";
import { isReturnCode, saysReturn } from "../domain/returns";
import { COLLECTION_ROOT } from "./pain008";
import { readBankFile } from "./read";

/** What a reader of the file tells: pieces of JSON that together are the insides of one object, and what is worth a warning. */
export type Described = { readonly json: string } | { readonly warning: Said };

const MOST_WARNINGS = 500;
const number = (cents: bigint | null): number | null => (cents === null ? null : Number(cents));

/** Why money went back: the reason, else what shows that it did: the bank's code, its words (NARR) or only the sign of reversal. */
function returnReason(payment: Payment): string | null {
  if (payment.returnReason !== null || !payment.isReturn) return payment.returnReason;
  const code = payment.transactionCode?.split("/").at(-1) ?? null;
  if (isReturnCode(code, code)) return code;
  return saysReturn(payment.remittance ?? "") ? "NARR" : "RVSL";
}

const paymentOf = (payment: Payment) => ({
  reference: payment.reference ?? payment.endToEnd,
  remittance: payment.remittance,
  counterparty: payment.counterparty,
  iban: payment.iban,
  returnReason: returnReason(payment),
  endToEnd: payment.endToEnd,
  bankReference: payment.bankReference,
  transactionCode: payment.transactionCode,
});

const detailOf = (detail: PaymentDetail) => ({ amountCents: number(detail.amountCents), ...paymentOf(detail) });

const lineOf = (line: BankLine | PendingLine, status: "booked" | "pending") => ({
  amountCents: number(line.amountCents),
  status,
  bookedOn: line.bookedOn,
  valueOn: line.valueOn,
  ...paymentOf(line),
  isReturn: line.isReturn,
  isBatch: line.isBatch,
  details: line.details.map(detailOf),
});

const openingOf = (statement: Statement): string =>
  `{"account":${JSON.stringify(statement.iban === "" ? null : statement.iban)},"kind":"${statement.kind}",` +
  `"ident":${JSON.stringify(statement.ident)},"sequence":${JSON.stringify(statement.sequence)},"page":${statement.page},` +
  `"fromDay":${JSON.stringify(statement.fromDay)},"lines":[`;

const endingOf = (end: StatementEnd): string =>
  `],"openingCents":${number(end.openingCents)},"closingCents":${number(end.closingCents)},"toDay":${JSON.stringify(end.toDay)}}`;

/** The check digits of an ISO 11649 reference. */
function isWrongRf(reference: string): boolean {
  if (!/^RF\d{2}[0-9A-Z]{1,21}$/.test(reference)) return false;
  const digits = [...reference.slice(4), ...reference.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join("");
  return BigInt(digits) % 97n !== 1n;
}

function* doubtsOn(line: BankLine): Generator<Said> {
  if (line.isBatch && line.details.length === 0) {
    yield { code: "batch-without-details", values: { line: line.line, amountCents: String(line.amountCents) } };
  }
  for (const { reference, line: at } of line.details.length > 1 ? line.details : [line]) {
    const plain = reference?.replace(/\s/g, "").toUpperCase() ?? "";
    if (checkOf(plain) === "wrong" || isWrongRf(plain)) yield { code: "check-digit", values: { line: at, reference: plain } };
  }
}

/**
 * What the parser sees of a file, in pieces, importing nothing. @throws RefusedFile when the file, or a line of it, cannot be read:
 * then nothing of it may be believed.
 */
export async function* describe(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Described> {
  let statements = 0;
  let lines = 0;
  let warnings = 0;
  const line = (value: unknown): Described => ({ json: `${lines++ === 0 ? "" : ","}${JSON.stringify(value)}` });
  for await (const event of readBankFile(chunks)) {
    if (event.type === "format") yield { json: `"format":${JSON.stringify(event.format)},"statements":[` };
    else if (event.type === "statement") {
      lines = 0;
      yield { json: `${statements++ === 0 ? "" : ","}${openingOf(event.statement)}` };
    } else if (event.type === "line") {
      yield line(lineOf(event.line, "booked"));
      for (const doubt of doubtsOn(event.line)) if (++warnings <= MOST_WARNINGS) yield { warning: doubt };
    } else if (event.type === "pending") {
      yield line(lineOf(event.line, "pending"));
      if (event.said.code === "information-only") yield { warning: { ...event.said, values: { line: event.line.line } } };
    } else if (event.type === "end") yield { json: endingOf(event.end) };
    else if (event.type === "note") yield { warning: event.said };
    else throw new RefusedFile("wrong-root", { line: event.collection.line, root: COLLECTION_ROOT });
  }
  yield { json: "]" };
}
