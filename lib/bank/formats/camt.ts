import type { Day } from "@/lib/kernel/day";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent, PaymentDetail, Statement, StatementKind } from "../domain/line";
import { readCents } from "./amount";
import { entryOf as contextOf, eventsOfEntry } from "./camt-entry";
import { detailOf, type Entry, plainIban } from "./camt-payment";
import { dayAt } from "./moment";
import type { Scope } from "./xml-scopes";

/** The parts of a CAMT message that are gathered as a whole. */
export const CAMT_PARTS: ReadonlySet<string> = new Set(["GrpHdr", "Stmt", "Rpt", "Ntfctn", "Bal", "Ntry", "TxDtls"]);
const KINDS: Readonly<Record<string, StatementKind>> = { Stmt: "statement", Rpt: "report", Ntfctn: "notification" };
const OPENING = ["OPBD", "PRCD", "OPAV"];
const CLOSING = ["CLBD", "ITBD"];

const dayOf = (text: string | null): Day | null => (text === null ? null : dayAt(text));

interface Balance {
  readonly code: string;
  readonly cents: bigint;
  readonly day: Day | null;
}

function balanceOf(bal: Scope): Balance {
  const text = bal.get("Amt") ?? "";
  const cents = readCents(text);
  const sign = bal.get("CdtDbtInd");
  const dated = bal.get("Dt/Dt", "Dt/DtTm");
  const day = dayOf(dated);
  const refuse = (code: string, value: string) => new RefusedFile(code, { line: bal.line, field: "Bal", value });
  if (cents === null || bal.get("Amt@Ccy") === null) throw refuse("bad-balance", text);
  const currency = bal.get("Amt@Ccy") ?? "";
  if (currency !== "EUR") throw new RefusedFile("foreign-currency-account", { line: bal.line, currency });
  if (sign !== "CRDT" && sign !== "DBIT") throw refuse("bad-balance-sign", sign ?? "");
  if (dated !== null && day === null) throw refuse("bad-balance-day", dated);
  // A page has interim balances under the code of the whole statement: `INTM` beside it.
  const code = bal.get("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd") ?? "";
  return { code, cents: sign === "DBIT" ? -cents : cents, day };
}

const firstOf = (balances: readonly Balance[], codes: readonly string[]) =>
  codes.map((code) => balances.find((it) => it.code === code)).find((it) => it !== undefined);
const lastOf = (balances: readonly Balance[], codes: readonly string[]) => firstOf([...balances].reverse(), codes);

/** Turns the parts of a CAMT message into events. What a statement says about itself stands before its entries. */
export class CamtEvents {
  readonly ready: BankEvent[] = [];
  statements = 0;
  private stmt: Scope | null = null;
  private announced = false;
  private balances: Balance[] = [];
  private ntry: Scope | null = null;
  private context: Entry | null = null;
  private details: PaymentDetail[] = [];
  private bookedCents = 0n;
  private ownIban = "";
  /** The message itself may be one of several. */
  private goesOn = false;

  open(scope: Scope): void {
    const isStatement = KINDS[scope.name] !== undefined;
    // An entry belongs to one statement, and to no other entry.
    if (isStatement ? this.stmt : scope.name === "Ntry" && (this.stmt === null || this.ntry)) {
      throw new RefusedFile("bad-line", { line: scope.line, field: scope.name, value: "", code: "stray-field" });
    }
    if (isStatement) this.begin(scope);
    if (scope.name === "Ntry") {
      this.tellStatement();
      this.ntry = scope;
      this.context = null;
      this.details = [];
    }
    if (scope.name === "TxDtls" && this.ntry) this.context ??= contextOf(this.ntry, this.ownIban);
  }

  close(scope: Scope): void {
    if (scope.name === "GrpHdr") this.goesOn = /^(?:false|0)$/.test(scope.get("MsgPgntn/LastPgInd") ?? "");
    if (scope.name === "Bal") this.balances.push(balanceOf(scope));
    if (scope.name === "TxDtls" && this.context) this.details.push(detailOf(scope, this.context));
    if (scope.name === "Ntry") this.tellEntry(scope);
    if (KINDS[scope.name]) this.endStatement();
  }

  private begin(scope: Scope): void {
    this.stmt = scope;
    this.announced = false;
    this.balances = [];
    this.bookedCents = 0n;
  }

  private tellEntry(ntry: Scope): void {
    for (const event of eventsOfEntry(ntry, this.details, { ownIban: this.ownIban, closingDay: this.closingDay() })) {
      if (event.type === "line") this.bookedCents += event.line.amountCents;
      this.ready.push(event);
    }
    this.ntry = null;
    this.details = [];
  }

  private closingDay(): Day | null {
    return lastOf(this.balances, CLOSING)?.day ?? dayOf(this.stmt?.get("FrToDt/ToDtTm", "FrToDt/ToDt") ?? null);
  }

  private tellStatement(): void {
    if (this.announced || this.stmt === null) return;
    this.announced = true;
    this.statements++;
    const statement = this.statementOf(this.stmt);
    this.ownIban = statement.iban;
    this.ready.push({ type: "statement", statement });
  }

  private statementOf(stmt: Scope): Statement {
    const iban = plainIban(stmt.get("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id", "Acct/Id/BBAN"));
    if (!iban) throw new RefusedFile("no-account", { line: stmt.line });
    const opening = firstOf(this.balances, OPENING);
    const closing = lastOf(this.balances, CLOSING);
    const toDay = this.closingDay();
    const fromDay = dayOf(stmt.get("FrToDt/FrDtTm", "FrToDt/FrDt")) ?? toDay ?? opening?.day ?? dayOf(stmt.get("CreDtTm"));
    const currency = stmt.get("Acct/Ccy") ?? "EUR";
    if (currency !== "EUR") throw new RefusedFile("foreign-currency-account", { line: stmt.line, currency });
    const sequence = stmt.get("ElctrncSeqNb", "LglSeqNb", "RptgSeq/FrToSeq/FrSeq");
    const last = stmt.get("StmtPgntn/LastPgInd", "RptPgntn/LastPgInd", "NtfctnPgntn/LastPgInd");
    const page = stmt.get("StmtPgntn/PgNb", "RptPgntn/PgNb", "NtfctnPgntn/PgNb");
    return {
      kind: KINDS[stmt.name] ?? "statement",
      line: stmt.line,
      ident: stmt.get("Id") ?? `${iban} ${fromDay ?? ""} ${sequence ?? ""}`.trim(),
      iban,
      currency,
      fromDay,
      toDay,
      openingCents: opening?.cents ?? null,
      closingCents: closing?.cents ?? null,
      sequence,
      page: page === null ? null : Number(page),
      isLastPage: last === null ? (this.goesOn ? false : null) : last === "true" || last === "1",
    };
  }

  /** Opening + booked = closing must hold; when the file says otherwise it is kept as it is, and said. */
  private endStatement(): void {
    this.tellStatement();
    const line = this.stmt?.line ?? 0;
    const opening = firstOf(this.balances, OPENING);
    const closing = lastOf(this.balances, CLOSING);
    const { bookedCents } = this;
    if (opening && closing && opening.cents + bookedCents !== closing.cents) {
      const values = {
        line,
        openingCents: String(opening.cents),
        bookedCents: String(bookedCents),
        closingCents: String(closing.cents),
      };
      this.ready.push({ type: "note", said: { code: "balance-differs", values } });
    }
    if ((!opening || !closing) && this.stmt?.name === "Stmt")
      this.ready.push({ type: "note", said: { code: "no-balances", values: { line } } });
    const toDay = this.closingDay();
    const end = { openingCents: opening?.cents ?? null, closingCents: closing?.cents ?? null, toDay, bookedCents };
    this.ready.push({ type: "end", end });
    this.stmt = null;
  }
}
