import { type Day, parseDay } from "@/lib/kernel/day";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import type { BankEvent, PendingLine } from "../domain/line";
import { readCents } from "./amount";
import { plainIban, real } from "./camt-payment";
import { dayAt } from "./moment";
import type { Scope } from "./xml-scopes";

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

/** How many a batch that is partly refused says were; null when it does not say. */
function refusedOf(scope: Scope): string | null {
  const counts = scope.get("NbOfTxsPerSts/DtldNbOfTxs")?.split(" ") ?? [];
  const statuses = scope.get("NbOfTxsPerSts/DtldSts")?.split(" ") ?? [];
  const refused = counts.filter((_, index) => REFUSED.has(statuses[index] ?? ""));
  return refused.length === 0 ? null : String(refused.reduce((sum, one) => sum + Number(one), 0));
}

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
  /** Of the batch under way: how many transactions it names, and how many of those are refused. */
  private named = 0;
  private refused = 0;
  private batches = 0;
  private iban: string | null = null;

  open(scope: Scope): void {
    if (scope.name === "OrgnlPmtInfAndSts") {
      this.batch = scope;
      this.batches++;
      this.named = 0;
      this.refused = 0;
    }
  }

  close(scope: Scope): void {
    if (scope.name === "GrpHdr") {
      this.day = dayAt(scope.get("CreDtTm", "CreDt") ?? "");
      this.ident = scope.get("MsgId") ?? "";
    }
    if (scope.name === "OrgnlGrpInfAndSts") this.group = scope;
    if (scope.name === "TxInfAndSts") this.tellTransaction(scope);
    if (scope.name === "OrgnlPmtInfAndSts") {
      this.tellWhole(scope, scope.get("PmtInfSts") ?? this.group?.get("GrpSts") ?? "");
      this.batch = null;
    }
    if (scope.name === "CstmrPmtStsRpt") this.end(scope);
  }

  /** A transaction without a status of its own has that of its batch, else of the whole message. */
  private tellTransaction(tx: Scope): void {
    this.named++;
    const status = tx.get("TxSts") ?? this.batch?.get("PmtInfSts") ?? this.group?.get("GrpSts") ?? "";
    // What is partly refused names what is, with its reason; the status need not stand beside it.
    const isRefused = REFUSED.has(status) || (["PART", ""].includes(status) && reasonOf(tx) !== null);
    if (!isRefused) {
      if (["PART", ""].includes(status))
        this.say("collection-without-status", { line: tx.line, reference: tx.get("OrgnlEndToEndId") ?? "" });
      else this.accepted++;
      return;
    }
    this.refused++;
    const amountAt = [`${ORIGINAL}/Amt/InstdAmt`, `${ORIGINAL}/IntrBkSttlmAmt`, `${ORIGINAL}/Amt/EqvtAmt/Amt`];
    const text = tx.get(...amountAt);
    const currency = tx.get(...amountAt.map((path) => `${path}@Ccy`));
    const cents = text === null ? null : readCents(text);
    this.tellStatement(tx);
    if (text !== null && currency === null) return this.reject(tx, "no-currency", text);
    if (text !== null && currency !== "EUR") return this.reject(tx, "foreign-currency", currency ?? "");
    if (text !== null && cents === null) return this.reject(tx, "bad-bank-amount", text);
    this.ready.push({
      type: "pending",
      line: this.lineOf(tx, cents),
      said: { code: "collection-refused", values: { line: tx.line } },
    });
  }

  private reject(tx: Scope, code: string, value: string): void {
    this.ready.push({ type: "rejected", line: tx.line, field: "InstdAmt", said: { code, values: { value } } });
  }

  private lineOf(tx: Scope, cents: bigint | null): PendingLine {
    const [debtor, creditor] = [party(tx, "Dbtr"), party(tx, "Cdtr")];
    // A collection that will not come counts against what was expected; a payment of ours that was refused comes back.
    const ours = tx.get(`${ORIGINAL}/MndtRltdInf/MndtId`) !== null || creditor.iban === null || debtor.iban !== null;
    const other = ours ? debtor : creditor;
    return {
      line: tx.line,
      amountCents: cents === null ? null : -cents,
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

  /** A batch, or the whole message, of which more is refused than it names. */
  private tellWhole(scope: Scope, status: string): void {
    const stated = REFUSED.has(status) ? scope.get("OrgnlNbOfTxs") : refusedOf(scope);
    const isMore = stated === null ? REFUSED.has(status) && this.named === 0 : Number(stated) > this.refused;
    if (!isMore) return;
    this.tellStatement(scope);
    const batch = scope.get("OrgnlPmtInfId", "OrgnlMsgId") ?? "";
    this.say("batch-refused", { line: scope.line, batch, count: stated ?? "", reason: reasonOf(scope) ?? "" });
  }

  private say(code: string, values: Said["values"]): void {
    this.ready.push({ type: "note", said: { code, values } });
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
    if (this.batches === 0) this.tellWhole(this.group, this.group.get("GrpSts") ?? "");
    this.tellStatement(report);
    if (this.accepted > 0) this.say("collections-accepted", { count: this.accepted });
    this.ready.push({ type: "end", end: { openingCents: null, closingCents: null, toDay: this.day, bookedCents: 0n } });
  }
}
