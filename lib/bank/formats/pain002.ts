import { type Day, parseDay } from "@/lib/kernel/day";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent, PendingLine } from "../domain/line";
import { readCents } from "./amount";
import { plainIban, real } from "./camtPayment";
import type { Scope } from "./xmlScopes";

/** The parts of a payment status report that are gathered as a whole. */
export const PAIN_PARTS: ReadonlySet<string> = new Set([
  "CstmrPmtStsRpt",
  "GrpHdr",
  "OrgnlGrpInfAndSts",
  "OrgnlPmtInfAndSts",
  "TxInfAndSts",
]);

/** Statuses with which the bank says that the money will not come. */
const REFUSED = new Set(["RJCT", "CANC"]);
const ORIGINAL = "OrgnlTxRef";

/** Why something was refused: a code, else the bank's own, else its words. */
const reasonOf = (scope: Scope | null): string | null =>
  scope?.get("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry", "StsRsnInf/AddtlInf") ?? null;

/** The same fields under the names of newer versions, which put a party within `Pty`. */
const party = (tx: Scope, role: "Dbtr" | "Cdtr") => ({
  name: tx.get(`${ORIGINAL}/${role}/Nm`, `${ORIGINAL}/${role}/Pty/Nm`),
  iban: plainIban(tx.get(`${ORIGINAL}/${role}Acct/Id/IBAN`, `${ORIGINAL}/${role}Acct/Id/Othr/Id`)),
});

/**
 * A report on collections of our own: what the bank refused becomes a line that never is a booking. What it accepted is only counted;
 * whether it was paid shows on a statement.
 */
export class PainEvents {
  readonly ready: BankEvent[] = [];
  statements = 0;
  private group: Scope | null = null;
  private batch: Scope | null = null;
  private day: Day | null = null;
  private ident = "";
  private accepted = 0;
  private named = 0;
  private iban: string | null = null;

  open(scope: Scope): void {
    if (scope.name === "OrgnlPmtInfAndSts") {
      this.batch = scope;
      this.named = 0;
    }
  }

  close(scope: Scope): void {
    if (scope.name === "GrpHdr") {
      this.day = parseDay((scope.get("CreDtTm", "CreDt") ?? "").slice(0, 10));
      this.ident = scope.get("MsgId") ?? "";
    }
    if (scope.name === "OrgnlGrpInfAndSts") this.group = scope;
    if (scope.name === "TxInfAndSts") this.tellTransaction(scope);
    if (scope.name === "OrgnlPmtInfAndSts") {
      this.tellWhole(scope, "PmtInfSts");
      this.batch = null;
    }
    if (scope.name === "CstmrPmtStsRpt") this.end(scope);
  }

  /** A transaction without a status of its own has that of its batch, else of the whole message. */
  private tellTransaction(tx: Scope): void {
    this.named++;
    const status = tx.get("TxSts") ?? this.batch?.get("PmtInfSts") ?? this.group?.get("GrpSts") ?? "";
    if (!REFUSED.has(status)) {
      this.accepted++;
      return;
    }
    const amountAt = [`${ORIGINAL}/Amt/InstdAmt`, `${ORIGINAL}/IntrBkSttlmAmt`, `${ORIGINAL}/Amt/EqvtAmt/Amt`];
    const text = tx.get(...amountAt);
    const currency = tx.get(...amountAt.map((path) => `${path}@Ccy`)) ?? "EUR";
    const cents = readCents(text ?? "");
    this.tellStatement(tx);
    if (currency !== "EUR") return this.reject(tx, "foreign-currency", currency);
    if (cents === null) return this.reject(tx, "bad-bank-amount", text ?? "");
    this.ready.push({
      type: "pending",
      line: this.lineOf(tx, cents),
      said: { code: "collection-refused", values: { line: tx.line } },
    });
  }

  private reject(tx: Scope, code: string, value: string): void {
    this.ready.push({ type: "rejected", line: tx.line, field: "InstdAmt", said: { code, values: { value } } });
  }

  private lineOf(tx: Scope, cents: bigint): PendingLine {
    const [debtor, creditor] = [party(tx, "Dbtr"), party(tx, "Cdtr")];
    // A collection that will not come counts against what was expected; a payment of ours that was refused comes back.
    const ours = tx.get(`${ORIGINAL}/MndtRltdInf/MndtId`) !== null || creditor.iban === null || debtor.iban !== null;
    const other = ours ? debtor : creditor;
    return {
      line: tx.line,
      amountCents: -cents,
      bookedOn: null,
      valueOn: parseDay(
        (
          tx.get(
            `${ORIGINAL}/ReqdColltnDt`,
            `${ORIGINAL}/IntrBkSttlmDt`,
            `${ORIGINAL}/ReqdExctnDt/Dt`,
            `${ORIGINAL}/ReqdExctnDt`,
          ) ?? ""
        ).slice(0, 10),
      ),
      bankReference: tx.get("StsId", "AcctSvcrRef"),
      reference: real(tx.get(`${ORIGINAL}/RmtInf/Strd/CdtrRefInf/Ref`)),
      endToEnd: real(tx.get("OrgnlEndToEndId")),
      remittance: tx.get(`${ORIGINAL}/RmtInf/Ustrd`),
      counterparty: other.name,
      iban: other.iban,
      transactionCode: tx.get("TxSts") ?? this.batch?.get("PmtInfSts") ?? null,
      isReturn: true,
      returnReason: reasonOf(tx) ?? reasonOf(this.batch) ?? reasonOf(this.group),
      isBatch: false,
      details: [],
    };
  }

  /** A batch, or the whole message, that is refused without naming its transactions. */
  private tellWhole(scope: Scope, field: string): void {
    const status = scope.get(field);
    if (status === null || !REFUSED.has(status) || this.named > 0) return;
    this.tellStatement(scope);
    const values = {
      line: scope.line,
      batch: scope.get("OrgnlPmtInfId", "OrgnlMsgId") ?? "",
      count: scope.get("OrgnlNbOfTxs") ?? "",
      reason: reasonOf(scope) ?? "",
    };
    this.ready.push({ type: "note", said: { code: "batch-refused", values } });
  }

  private tellStatement(scope: Scope): void {
    if (this.statements > 0) return;
    this.statements++;
    this.iban = plainIban(scope.get(`${ORIGINAL}/CdtrAcct/Id/IBAN`));
    const statement = {
      kind: "status",
      line: scope.line,
      ident: this.ident,
      iban: this.iban ?? "",
      currency: "EUR",
      fromDay: this.day,
      toDay: this.day,
      openingCents: null,
      closingCents: null,
      sequence: null,
      page: null,
      isLastPage: null,
    } as const;
    this.ready.push({ type: "statement", statement });
  }

  private end(report: Scope): void {
    if (this.group === null) throw new RefusedFile("no-statement", { line: report.line });
    if (this.statements === 0 || this.named === 0) this.tellWhole(this.group, "GrpSts");
    this.tellStatement(report);
    if (this.accepted > 0)
      this.ready.push({ type: "note", said: { code: "collections-accepted", values: { count: this.accepted } } });
    this.ready.push({ type: "end", end: { openingCents: null, closingCents: null, toDay: this.day, bookedCents: 0n } });
  }
}
