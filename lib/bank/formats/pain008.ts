import { type Day, parseDay } from "@/lib/kernel/day";
import { RefusedFile } from "@/lib/kernel/refusal";
import type { BankEvent } from "../domain/line";
import { readCents } from "./amount";
import { plainIban } from "./camt-payment";
import type { Scope } from "./xml-scopes";

/** The message with which we ask the bank to collect. */
export const COLLECTION_ROOT = "CstmrDrctDbtInitn";
/** The parts of it that are gathered as a whole. */
export const COLLECTION_PARTS: ReadonlySet<string> = new Set([COLLECTION_ROOT, "GrpHdr", "PmtInf", "DrctDbtTxInf"]);

/** A sum of collections, as found and as the file states it. */
class Total {
  count = 0;
  cents = 0n;

  add(count: number, cents: bigint): void {
    this.count += count;
    this.cents += cents;
  }

  /** @throws RefusedFile when the file says another number or sum than stands in it */
  check(scope: Scope): void {
    const [count, sum] = [scope.get("NbOfTxs"), scope.get("CtrlSum")];
    const isCounted = count === null || Number(count) === this.count;
    if (isCounted && (sum === null || readCents(sum) === this.cents)) return;
    throw new RefusedFile("collection-differs", { line: scope.line, count: this.count, totalCents: String(this.cents) });
  }
}

/** Our own collections as we sent them to the bank: of each batch its names, day, number and sum. Who is collected from is not kept. */
export class CollectionEvents {
  readonly ready: BankEvent[] = [];
  statements = 0;
  private group: Scope | null = null;
  private readonly whole = new Total();
  private batch = new Total();

  open(scope: Scope): void {
    if (scope.name === "PmtInf") this.batch = new Total();
  }

  close(scope: Scope): void {
    if (scope.name === "GrpHdr") this.group = scope;
    if (scope.name === "DrctDbtTxInf") this.batch.add(1, this.centsOf(scope));
    if (scope.name === "PmtInf") this.tell(scope);
    if (scope.name === COLLECTION_ROOT && this.group) this.whole.check(this.group);
  }

  private centsOf(scope: Scope): bigint {
    const currency = scope.get("InstdAmt@Ccy");
    const text = scope.get("InstdAmt") ?? "";
    const cents = readCents(text);
    if (currency === null) throw new RefusedFile("bad-collection", { line: scope.line, value: text });
    if (currency !== "EUR") throw new RefusedFile("foreign-currency-account", { line: scope.line, currency });
    if (cents === null || cents === 0n) throw new RefusedFile("bad-collection", { line: scope.line, value: text });
    return cents;
  }

  private tell(scope: Scope): void {
    this.batch.check(scope);
    const collectOn: Day | null = parseDay(scope.get("ReqdColltnDt") ?? "");
    const iban = plainIban(scope.get("CdtrAcct/Id/IBAN"));
    const batchId = scope.get("PmtInfId");
    if (collectOn === null || batchId === null)
      throw new RefusedFile("bad-collection", { line: scope.line, value: batchId ?? "" });
    if (!iban) throw new RefusedFile("no-account", { line: scope.line });
    const { count, cents } = this.batch;
    this.whole.add(count, cents);
    this.statements++;
    const messageId = this.group?.get("MsgId") ?? "";
    this.ready.push({ type: "collection", collection: { line: scope.line, messageId, batchId, iban, collectOn, count, cents } });
  }
}
