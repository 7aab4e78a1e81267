import { type Day, parseDay } from "@/lib/kernel/day";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent, ReadStatements, Statement } from "../domain/line";
import { eventsOfEntry, readCents } from "./camtEntry";
import { type Scope, ScopeReader } from "./camtScopes";
import { xmlText } from "./xmlText";

const dayOf = (text: string | null): Day | null => (text === null ? null : parseDay(text.slice(0, 10)));

interface Balance {
  readonly code: string;
  readonly cents: bigint;
  readonly day: Day | null;
}

function balanceOf(bal: Scope): Balance | null {
  const cents = readCents(bal.get("Amt") ?? "");
  if (cents === null) return null;
  const signed = bal.get("CdtDbtInd") === "DBIT" ? -cents : cents;
  return { code: bal.get("Tp/CdOrPrtry/Cd") ?? "", cents: signed, day: dayOf(bal.get("Dt/Dt", "Dt/DtTm")) };
}

/** Opening: booked, or what the previous statement closed with; closing: booked. */
function statementOf(stmt: Scope, balances: readonly Balance[]): Statement {
  const iban = stmt.get("Acct/Id/IBAN")?.replace(/\s/g, "").toUpperCase();
  if (!iban) throw new RefusedFile("no-account", { line: stmt.line });
  const opening = balances.find((it) => it.code === "OPBD") ?? balances.find((it) => it.code === "PRCD");
  const closing = balances.find((it) => it.code === "CLBD");
  const toDay = closing?.day ?? dayOf(stmt.get("FrToDt/ToDtTm", "FrToDt/ToDt"));
  const fromDay = dayOf(stmt.get("FrToDt/FrDtTm", "FrToDt/FrDt")) ?? toDay ?? opening?.day ?? null;
  return {
    line: stmt.line,
    ident: stmt.get("Id") ?? `${iban} ${fromDay ?? ""} ${stmt.get("ElctrncSeqNb", "LglSeqNb") ?? ""}`.trim(),
    iban,
    currency: stmt.get("Acct/Ccy") ?? stmt.get("Amt@Ccy") ?? "EUR",
    fromDay,
    toDay,
    openingCents: opening?.cents ?? null,
    closingCents: closing?.cents ?? null,
  };
}

/** Turns parts of the file into events. What a statement says about itself stands before its entries. */
class Events {
  readonly ready: BankEvent[] = [];
  statements = 0;
  private stmt: Scope | null = null;
  private told = false;
  private balances: Balance[] = [];
  private details: Scope[] = [];
  private ownIban = "";

  open(scope: Scope): void {
    if (scope.name === "Stmt") {
      this.stmt = scope;
      this.told = false;
      this.balances = [];
    }
    if (scope.name === "Ntry") {
      this.tellStatement();
      this.details = [];
    }
  }

  close(scope: Scope): void {
    if (scope.name === "Bal") this.balances.push(...[balanceOf(scope)].filter((it) => it !== null));
    if (scope.name === "TxDtls") this.details.push(scope);
    if (scope.name === "Ntry") this.ready.push(...eventsOfEntry(scope, this.details, this.ownIban));
    if (scope.name === "Stmt") this.tellStatement();
  }

  private tellStatement(): void {
    if (this.told || this.stmt === null) return;
    this.told = true;
    this.statements++;
    const statement = statementOf(this.stmt, this.balances);
    this.ownIban = statement.iban;
    this.ready.push({ type: "statement", statement });
  }
}

/** CAMT.053, any version and namespace prefix. Streaming: memory does not grow with the file. */
export const readCamt053: ReadStatements = async function* (chunks) {
  const events = new Events();
  const reader = new ScopeReader({ open: (scope) => events.open(scope), close: (scope) => events.close(scope) });
  for await (const text of xmlText(chunks)) {
    reader.write(text);
    yield* events.ready.splice(0);
  }
  reader.end();
  yield* events.ready.splice(0);
  if (events.statements === 0) throw new RefusedFile("no-statement");
};
