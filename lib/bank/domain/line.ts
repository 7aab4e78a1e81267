import type { Day } from "@/lib/kernel/day";
import type { Said } from "@/lib/kernel/refusal";

/** A bank statement without its lines. */
export interface Statement {
  /** Line of the file where it starts. */
  readonly line: number;
  readonly ident: string;
  readonly iban: string;
  readonly currency: string;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly openingCents: bigint | null;
  readonly closingCents: bigint | null;
}

/** One booked line of a statement: an entry, or one of its transactions where the bank names them. */
export interface BankLine {
  readonly line: number;
  /** Signed: + received. */
  readonly amountCents: bigint;
  readonly bookedOn: Day;
  readonly valueOn: Day | null;
  /** The bank's own reference of the entry and, where given, of the transaction. */
  readonly bankReference: string | null;
  /** The payment reference in its own field. */
  readonly reference: string | null;
  readonly endToEnd: string | null;
  readonly remittance: string | null;
  readonly counterparty: string | null;
  readonly iban: string | null;
  /** It takes back an earlier booking. */
  readonly isReturn: boolean;
  readonly returnReason: string | null;
  /** Several transactions in one amount, without saying which. */
  readonly isBatch: boolean;
}

/** What a parser of bank statements tells, in the order of the file. A statement comes before its lines. */
export type BankEvent =
  | { readonly type: "statement"; readonly statement: Statement }
  | { readonly type: "line"; readonly line: BankLine }
  | { readonly type: "rejected" | "ignored"; readonly line: number; readonly field: string; readonly said: Said }
  | { readonly type: "note"; readonly said: Said };

/** A format is one pure function from bytes to events; it throws RefusedFile when the file cannot be read. */
export type ReadStatements = (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<BankEvent>;
