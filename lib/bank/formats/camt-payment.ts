import { RefusedFile } from "@/lib/kernel/refusal";
import type { PaymentDetail } from "../domain/line";
import { isReturnCode, reasonIn, saysReturn } from "../domain/returns";
import { readCents } from "./amount";
import type { Scope } from "./xml-scopes";

const NO_REFERENCE = /^(?:NOT ?PROVIDED|NON ?REF|NONE|N\/?A|ONBEKEND|UNKNOWN|0+|-+)$/i;
/** A reference as the bank gives it; null when it says that there is none. */
export const real = (text: string | null): string | null => (text === null || NO_REFERENCE.test(text) ? null : text);
/** A reference that the file repeats with every document it pays, once. */
function once(text: string | null): string | null {
  const words = text?.split(" ") ?? [];
  return words.length > 1 && words[0] && words[0].length > 6 && words.every((word) => word === words[0]) ? words[0] : text;
}
export const plainIban = (text: string | null): string | null => text?.replace(/\s/g, "").toUpperCase() ?? null;

/** What of the entry its transactions need to know: the rest of the entry may still follow after them. */
export interface Entry {
  readonly received: boolean;
  readonly reversed: boolean;
  readonly bankReference: string | null;
  readonly family: string | null;
  readonly proprietary: string | null;
  readonly ownIban: string;
}

/** What a transaction says it was in euro; null when it does not, or says something that is no amount. */
export function detailCents(detail: Scope): bigint | null {
  for (const path of ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"]) {
    const text = detail.get(path);
    if (text === null) continue;
    const currency = detail.get(`${path}@Ccy`);
    if (currency === null)
      throw new RefusedFile("bad-line", { line: detail.line, field: path, value: text, code: "no-currency" });
    if (currency === "EUR") return readCents(text);
  }
  return null;
}

interface Party {
  readonly name: string | null;
  readonly iban: string | null;
}

function party(detail: Scope, role: "Dbtr" | "Cdtr"): Party {
  const within = `RltdPties/${role}`;
  return {
    name:
      detail
        .get(
          `${within}/Nm`,
          `${within}/Pty/Nm`,
          `${within}/Agt/FinInstnId/Nm`,
          `RltdPties/Ultmt${role}/Nm`,
          `RltdPties/Ultmt${role}/Pty/Nm`,
        )
        ?.replace(/\s+/g, " ") ?? null,
    iban: plainIban(detail.get(`${within}Acct/Id/IBAN`, `${within}Acct/Id/Othr/Id`, `${within}Acct/Id/PrtryAcct/Id`)),
  };
}

/**
 * The other party: the payer of what came in, the payee of what went out; for what is taken back the one who had paid. Whoever it is,
 * never the holder of the account itself.
 */
function otherParty(detail: Scope, payerFirst: boolean, ownIban: string): Party {
  const both = payerFirst ? [party(detail, "Dbtr"), party(detail, "Cdtr")] : [party(detail, "Cdtr"), party(detail, "Dbtr")];
  return (
    both.find((it) => it.iban !== null && it.iban !== ownIban) ??
    both.find((it) => it.iban === null && it.name !== null) ?? { name: null, iban: null }
  );
}

export function codeIn(scope: Scope): { family: string | null; proprietary: string | null } {
  return { family: scope.get("BkTxCd/Domn/Fmly/SubFmlyCd"), proprietary: scope.get("BkTxCd/Prtry/Cd") };
}

/** `PMNT/RCDT/ESCT`, or the bank's own code. */
export function transactionCode(scope: Scope): string | null {
  const parts = [scope.get("BkTxCd/Domn/Cd"), scope.get("BkTxCd/Domn/Fmly/Cd"), scope.get("BkTxCd/Domn/Fmly/SubFmlyCd")];
  const iso = parts.filter((part) => part !== null).join("/");
  return iso === "" ? scope.get("BkTxCd/Prtry/Cd") : iso;
}

/** Why something is taken back, as far as this part of the file says. */
export const reasonOf = (scope: Scope): string | null =>
  scope.get("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/OrgnlBkTxCd/Prtry/Cd") ?? reasonWithin(scope.get("RtrInf/AddtlInf"));
const reasonWithin = (text: string | null): string | null => (text === null ? null : reasonIn(text));

/** One transaction of an entry. */
export function detailOf(detail: Scope, entry: Entry): PaymentDetail {
  const sign = detail.get("CdtDbtInd");
  const received = sign === null ? entry.received : sign === "CRDT";
  const cents = detailCents(detail);
  const codes = codeIn(detail);
  const ownText = () =>
    `${detail.get("AddtlTxInf") ?? ""} ${detail.get("RmtInf/Ustrd") ?? ""} ${detail.get("Refs/Prtry/Ref") ?? ""}`;
  const reason = reasonOf(detail);
  const isReturn =
    reason !== null ||
    detail.get("RtrInf/OrgnlBkTxCd/Domn/Cd", "RtrInf/AddtlInf", "RtrInf/Orgtr/Nm") !== null ||
    entry.reversed ||
    isReturnCode(codes.family ?? entry.family, codes.proprietary ?? entry.proprietary) ||
    (!received && saysReturn(ownText()));
  const other = otherParty(detail, received || isReturn, entry.ownIban);
  const own = detail.get("Refs/AcctSvcrRef", "Refs/TxId");
  return {
    line: detail.line,
    amountCents: cents === null ? null : received ? cents : -cents,
    bankReference: own === null ? entry.bankReference : entry.bankReference === null ? own : `${entry.bankReference} ${own}`,
    reference: real(once(detail.get("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef"))),
    endToEnd: real(detail.get("Refs/EndToEndId")),
    remittance: detail.get("RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf", "RmtInf/Strd/RfrdDocInf/Nb"),
    counterparty: other.name,
    iban: other.iban,
    transactionCode: transactionCode(detail),
    isReturn,
    returnReason: reason ?? (isReturn ? reasonIn(ownText()) : null),
  };
}
