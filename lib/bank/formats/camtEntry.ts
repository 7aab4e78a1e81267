import { type Day, parseDay } from "@/lib/kernel/day";
import type { BankEvent, BankLine } from "../domain/line";
import type { Scope } from "./camtScopes";

/** Sub-families with which banks book back a direct debit or a transfer. */
const RETURN_CODES = new Set(["UPDD", "PRDD", "RRTN", "RPCR", "UPCT", "UPTC"]);
const RETURN_WORDS = /\b(storno|stornering|terugboeking|teruggeboekt|geweigerde incasso|incasso retour|reversal|chargeback)\b/i;
const NO_REFERENCE = /^(NOTPROVIDED|NOT PROVIDED|NONREF|N\/A)$/i;

/** An amount as CAMT writes it: a point, up to five decimals of which only the first two may count. */
export function readCents(text: string): bigint | null {
  const match = /^(\d{1,13})(?:\.(\d{1,2})0{0,3})?$/.exec(text.trim());
  return match ? BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0") || "0") : null;
}

const dayAt = (scope: Scope, path: string): Day | null => parseDay((scope.get(`${path}/Dt`, `${path}/DtTm`) ?? "").slice(0, 10));
const real = (text: string | null): string | null => (text === null || NO_REFERENCE.test(text) ? null : text);

function detailCents(detail: Scope): bigint | null {
  for (const path of ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"]) {
    const text = detail.get(path);
    if (text !== null && (detail.get(`${path}@Ccy`) ?? "EUR") === "EUR") return readCents(text);
  }
  return null;
}

/** The other party: the one whose account is not ours; the payer of what came in, the payee of what went out. */
function otherParty(detail: Scope, received: boolean, ownIban: string): { name: string | null; iban: string | null } {
  const party = (role: string) => ({
    name: detail.get(
      `RltdPties/${role}/Nm`,
      `RltdPties/${role}/Pty/Nm`,
      `RltdPties/Ultmt${role}/Nm`,
      `RltdPties/Ultmt${role}/Pty/Nm`,
    ),
    iban: detail.get(`RltdPties/${role}Acct/Id/IBAN`)?.replace(/\s/g, "").toUpperCase() ?? null,
  });
  const inOrder = received ? [party("Dbtr"), party("Cdtr")] : [party("Cdtr"), party("Dbtr")];
  return (
    inOrder.find((it) => it.iban !== null && it.iban !== ownIban) ??
    inOrder.find((it) => it.iban === null && it.name !== null) ?? { name: null, iban: null }
  );
}

interface Returned {
  readonly isReturn: boolean;
  readonly reason: string | null;
}

function returned(ntry: Scope, detail: Scope | null): Returned {
  const reason = detail?.get("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry") ?? null;
  const code = detail?.get("BkTxCd/Domn/Fmly/SubFmlyCd") ?? ntry.get("BkTxCd/Domn/Fmly/SubFmlyCd") ?? "";
  const text = [ntry.get("AddtlNtryInf"), detail?.get("AddtlTxInf"), detail?.get("RmtInf/Ustrd")].join(" ");
  const outgoing = ntry.get("CdtDbtInd") === "DBIT";
  const isReturn =
    reason !== null || ntry.get("RvslInd") === "true" || (outgoing && (RETURN_CODES.has(code) || RETURN_WORDS.test(text)));
  return { isReturn, reason };
}

interface Booking {
  readonly ntry: Scope;
  readonly cents: bigint;
  readonly received: boolean;
  readonly bookedOn: Day;
  readonly ownIban: string;
}

function lineOf(it: Booking, detail: Scope | null, cents: bigint, isBatch: boolean): BankLine {
  const sign = detail?.get("CdtDbtInd") ?? null;
  const received = sign === null ? it.received : sign === "CRDT";
  const other = detail ? otherParty(detail, received, it.ownIban) : { name: null, iban: null };
  const back = returned(it.ntry, detail);
  const bankReference = [it.ntry.get("AcctSvcrRef", "NtryRef"), detail?.get("Refs/AcctSvcrRef", "Refs/TxId")].filter(Boolean);
  return {
    line: detail?.line ?? it.ntry.line,
    amountCents: received ? cents : -cents,
    bookedOn: it.bookedOn,
    valueOn: dayAt(it.ntry, "ValDt"),
    bankReference: bankReference.length > 0 ? bankReference.join(" ") : null,
    reference: real(detail?.get("RmtInf/Strd/CdtrRefInf/Ref") ?? null),
    endToEnd: real(detail?.get("Refs/EndToEndId") ?? null),
    remittance: detail?.get("RmtInf/Ustrd", "AddtlTxInf") ?? it.ntry.get("AddtlNtryInf"),
    counterparty: other.name,
    iban: other.iban,
    isReturn: back.isReturn,
    returnReason: back.reason,
    isBatch,
  };
}

/** The lines of a booking: one per transaction where the bank says how much each was, else one for the whole. */
function linesOf(it: Booking, details: readonly Scope[]): BankEvent[] {
  const stated = Number(it.ntry.get("NtryDtls/Btch/NbOfTxs") ?? "0");
  const [first, ...more] = details;
  if (more.length === 0) {
    const cents = first ? detailCents(first) : null;
    // A bank's fee may sit on top of what a return takes back.
    const own = first && cents !== null && returned(it.ntry, first).isReturn && cents < it.cents ? cents : it.cents;
    return [{ type: "line", line: lineOf(it, first ?? null, own, stated > 1) }];
  }
  const amounts = details.map(detailCents);
  if (amounts.some((cents) => cents === null)) return [{ type: "line", line: lineOf(it, null, it.cents, true) }];
  const lines: BankEvent[] = details.map((detail, index) => ({
    type: "line",
    line: lineOf(it, detail, amounts[index] ?? 0n, false),
  }));
  const total = amounts.reduce<bigint>((sum, cents) => sum + (cents ?? 0n), 0n);
  if (total !== it.cents) {
    const values = { line: it.ntry.line, entryCents: String(it.cents), detailsCents: String(total) };
    lines.push({ type: "note", said: { code: "details-differ", values } });
  }
  return lines;
}

const NOT_BOOKED: Readonly<Record<string, string>> = { PDNG: "pending", FUTR: "pending", INFO: "information-only" };

/** What one entry of the statement comes to. The sign is in CdtDbtInd alone; RvslInd never turns it round. */
export function eventsOfEntry(ntry: Scope, details: readonly Scope[], ownIban: string): BankEvent[] {
  const { line } = ntry;
  const rejected = (field: string, code: string, value: string | null): BankEvent[] => [
    { type: "rejected", line, field, said: { code, values: { value: value ?? "" } } },
  ];
  const status = ntry.get("Sts/Cd", "Sts") ?? "BOOK";
  const notBooked = NOT_BOOKED[status];
  if (notBooked) return [{ type: "ignored", line, field: "Sts", said: { code: notBooked, values: {} } }];
  if (status !== "BOOK") return rejected("Sts", "unknown-status", status);
  const currency = ntry.get("Amt@Ccy") ?? "EUR";
  if (currency !== "EUR") return rejected("Amt", "foreign-currency", currency);
  const cents = readCents(ntry.get("Amt") ?? "");
  if (cents === null || cents > BigInt(Number.MAX_SAFE_INTEGER)) return rejected("Amt", "bad-bank-amount", ntry.get("Amt"));
  if (cents === 0n) return rejected("Amt", "zero-amount", ntry.get("Amt"));
  const sign = ntry.get("CdtDbtInd");
  if (sign !== "CRDT" && sign !== "DBIT") return rejected("CdtDbtInd", "no-sign", sign);
  const bookedOn = dayAt(ntry, "BookgDt");
  if (bookedOn === null) return rejected("BookgDt", "no-booking-day", ntry.get("BookgDt/Dt", "BookgDt/DtTm"));
  return linesOf({ ntry, cents, received: sign === "CRDT", bookedOn, ownIban }, details);
}
