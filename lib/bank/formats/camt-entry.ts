import type { Day } from "@/lib/kernel/day";
import type { BankEvent, BankLine, PaymentDetail, PendingLine } from "../domain/line";
import { isReturnCode, reasonIn, saysReturn } from "../domain/returns";
import { readCents } from "./amount";
import { codeIn, type Entry, real, reasonOf, transactionCode } from "./camt-payment";
import { dayAt } from "./moment";
import { readInfo } from "./mt940-info";
import { isInWords } from "./mt940-words";
import type { Scope } from "./xml-scopes";

const NOT_BOOKED: Readonly<Record<string, string>> = { PDNG: "pending", FUTR: "pending", INFO: "information-only" };

/** What the parts of an entry say; its transactions come while it is still open. */
export const entryOf = (ntry: Scope, ownIban: string): Entry => ({
  received: ntry.get("CdtDbtInd") === "CRDT",
  reversed: ntry.get("RvslInd") === "true" || ntry.get("RvslInd") === "1",
  bankReference: ntry.get("AcctSvcrRef", "NtryRef"),
  ...codeIn(ntry),
  ownIban,
});

/** The day of an entry, as written and as read. */
const dayOf = (scope: Scope, path: "BookgDt" | "ValDt"): { text: string | null; day: Day | null } => {
  const text = path === "BookgDt" ? scope.get("BookgDt/Dt", "BookgDt/DtTm") : scope.get("ValDt/Dt", "ValDt/DtTm");
  return { text, day: text === null ? null : dayAt(text) };
};

/** A return may be told only by the entry around the transactions: its code or its words. */
function completed(detail: PaymentDetail, entryReason: string | null): PaymentDetail {
  if ((detail.amountCents ?? -1n) > 0n) return detail;
  return { ...detail, isReturn: true, returnReason: detail.returnReason ?? entryReason };
}

/** The fields of the whole line: of its one transaction, else only what holds for all of them. */
function paymentOf(ntry: Scope, entry: Entry, details: readonly PaymentDetail[], text: string | null, returned: boolean) {
  const [only, ...more] = details;
  const returns = details.length > 0 ? details.every((detail) => detail.isReturn) : returned;
  const same = details.every((detail) => detail.returnReason === only?.returnReason);
  const common = {
    line: only && more.length === 0 ? only.line : ntry.line,
    transactionCode: transactionCode(ntry) ?? only?.transactionCode ?? null,
    isReturn: returns,
    returnReason: only ? (same ? only.returnReason : null) : returned ? (reasonOf(ntry) ?? reasonIn(text ?? "")) : null,
  };
  if (only && more.length === 0) return { ...only, ...common, remittance: only.remittance ?? text };
  return {
    ...common,
    bankReference: entry.bankReference,
    reference: null,
    endToEnd: null,
    ...(only ? { remittance: text, counterparty: null, iban: null } : saidIn(text)),
  };
}

/** An entry without transactions may hold them in words between slashes, as in MT940. */
function saidIn(text: string | null) {
  if (text === null || !isInWords(text)) return { remittance: text, counterparty: null, iban: null };
  const { reference, endToEnd, remittance, counterparty, iban } = readInfo([text], "");
  return { reference, endToEnd, remittance: remittance ?? text, counterparty, iban };
}

function noteOn(line: BankLine, stated: number): BankEvent[] {
  const notes: BankEvent[] = [];
  const say = (code: string, values: Record<string, string | number>) =>
    notes.push({ type: "note", said: { code, values: { line: line.line, ...values } } });
  const amounts = line.details.map((detail) => detail.amountCents);
  const total = amounts.reduce<bigint>((sum, cents) => sum + (cents ?? 0n), 0n);
  if (amounts.length > 0 && !amounts.includes(null) && total !== line.amountCents) {
    say("details-differ", { entryCents: String(line.amountCents), detailsCents: String(total) });
  }
  if (line.details.length > 1 && amounts.includes(null)) say("details-without-amount", { count: line.details.length });
  if (stated > 0 && line.details.length > 0 && stated !== line.details.length) {
    say("batch-count-differs", { stated, found: line.details.length });
  }
  return notes;
}

function lineOf(
  ntry: Scope,
  entry: Entry,
  read: readonly PaymentDetail[],
  cents: bigint,
  stated: number,
): Omit<BankLine, "bookedOn"> {
  const text = ntry.get("AddtlNtryInf");
  const returned =
    entry.reversed ||
    isReturnCode(entry.family, entry.proprietary) ||
    reasonOf(ntry) !== null ||
    (!entry.received && saysReturn(text ?? ""));
  const reason = returned ? (reasonOf(ntry) ?? reasonIn(text ?? "")) : null;
  const details = returned ? read.map((detail) => completed(detail, reason)) : read;
  return {
    ...paymentOf(ntry, entry, details, text, returned),
    amountCents: entry.received ? cents : -cents,
    valueOn: dayOf(ntry, "ValDt").day,
    isBatch: (stated > 1 && details.length <= 1) || (details.length > 1 && details.some((detail) => detail.amountCents === null)),
    batchId: ntry.get("NtryDtls/Btch/PmtInfId", "NtryDtls/Btch/MsgId"),
    details,
    ...(details.length === 0 && ntry.get("Refs/EndToEndId") !== null ? { endToEnd: real(ntry.get("Refs/EndToEndId")) } : {}),
  };
}

/** What is known of the statement around an entry. */
export interface Around {
  readonly ownIban: string;
  readonly closingDay: Day | null;
}

/** What one entry of the statement comes to. The sign is in CdtDbtInd alone; RvslInd never turns it round. */
export function eventsOfEntry(ntry: Scope, details: readonly PaymentDetail[], { ownIban, closingDay }: Around): BankEvent[] {
  const rejected = (field: string, code: string, value: string | null): BankEvent[] => [
    { type: "rejected", line: ntry.line, field, said: { code, values: { value: value ?? "" } } },
  ];
  const status = ntry.get("Sts/Cd", "Sts/Prtry", "Sts") ?? "BOOK";
  const notBooked = NOT_BOOKED[status];
  if (!notBooked && status !== "BOOK") return rejected("Sts", "unknown-status", status);
  const currency = ntry.get("Amt@Ccy");
  if (currency === null) return rejected("Amt", "no-currency", ntry.get("Amt"));
  if (currency !== "EUR") return rejected("Amt", "foreign-currency", currency);
  const cents = readCents(ntry.get("Amt") ?? "");
  if (cents === null) return rejected("Amt", "bad-bank-amount", ntry.get("Amt"));
  const sign = ntry.get("CdtDbtInd");
  if (sign !== "CRDT" && sign !== "DBIT") return rejected("CdtDbtInd", "no-sign", sign);
  const booked = dayOf(ntry, "BookgDt");
  const valued = dayOf(ntry, "ValDt");
  if (booked.text !== null && booked.day === null) return rejected("BookgDt", "no-booking-day", booked.text);
  if (valued.text !== null && valued.day === null) return rejected("ValDt", "no-value-day", valued.text);
  const stated = (ntry.get("NtryDtls/Btch/NbOfTxs") ?? "").split(" ").reduce((sum, one) => sum + (Number(one) || 0), 0);
  const line = lineOf(ntry, entryOf(ntry, ownIban), details, cents, stated);
  if (notBooked) {
    const pending: PendingLine = { ...line, bookedOn: booked.day };
    return [{ type: "pending", line: pending, said: { code: notBooked, values: { line: ntry.line } } }];
  }
  const bookedOn = booked.day ?? valued.day ?? closingDay;
  if (bookedOn === null) return rejected("BookgDt", "no-booking-day", null);
  const whole: BankLine = { ...line, bookedOn };
  const notes = noteOn(whole, stated);
  if (booked.day === null) {
    const code = valued.day === null ? "booked-on-closing-day" : "booked-on-value-day";
    notes.push({ type: "note", said: { code, values: { line: ntry.line, day: bookedOn } } });
  }
  return [{ type: "line", line: whole }, ...notes];
}
