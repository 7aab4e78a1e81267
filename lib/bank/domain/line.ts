import type { Day } from "@/lib/kernel/day";
import type { Said } from "@/lib/kernel/refusal";

/** What a file tells of an account: a closed day, a day under way, single bookings, or what became of our own collection. */
export type StatementKind = "statement" | "report" | "notification" | "status";

/** A bank statement without its lines. */
export interface Statement {
  /** Only a `statement` says that a day is complete. */
  readonly kind: StatementKind;
  /** Line of the file where it starts. */
  readonly line: number;
  readonly ident: string;
  /** The account as the bank writes it: an IBAN, or in older files a number of its own. */
  readonly iban: string;
  readonly currency: string;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly openingCents: bigint | null;
  /** Null when the file tells it only after the lines: then the end of the statement says it. */
  readonly closingCents: bigint | null;
  /** The bank's number of this statement, in words of the bank: `14`, `00014`. */
  readonly sequence: string | null;
  /** Which page of that statement this is; null when it is not paged. */
  readonly page: number | null;
  readonly isLastPage: boolean | null;
}

/** What is known only after the last line of a statement. */
export interface StatementEnd {
  readonly openingCents: bigint | null;
  readonly toDay: Day | null;
  readonly closingCents: bigint | null;
  /** Sum of its booked lines. */
  readonly bookedCents: bigint;
  /** Where the file tells it only at the end of the page. */
  readonly isLastPage?: boolean | null;
}

/** What the bank says about one payment: a line without more, or one of the transactions within a line. */
export interface Payment {
  readonly line: number;
  /** The bank's own reference of the entry and, where given, of the transaction. */
  readonly bankReference: string | null;
  /** The payment reference in its own field. */
  readonly reference: string | null;
  readonly endToEnd: string | null;
  readonly remittance: string | null;
  readonly counterparty: string | null;
  readonly iban: string | null;
  /** The bank's code for what kind of booking it is: `RCDT/ESCT`, `00100`. */
  readonly transactionCode: string | null;
  /** It takes back an earlier booking. */
  readonly isReturn: boolean;
  /** Why, as an ISO code (`MD06`), or as the bank writes it. */
  readonly returnReason: string | null;
}

/** One of several transactions within a line. */
export interface PaymentDetail extends Payment {
  /** Signed: + received; null when the bank does not say how much of the line this was. */
  readonly amountCents: bigint | null;
}

/** One line of a statement. */
export interface BankLine extends Payment {
  /** Signed: + received. */
  readonly amountCents: bigint;
  readonly bookedOn: Day;
  readonly valueOn: Day | null;
  /** Several transactions in one amount, without saying which. */
  readonly isBatch: boolean;
  /** Our own name for a collection, as far as the bank repeats it. */
  readonly batchId?: string | null;
  /** What is left of a line after its transactions: the bank's own charges. */
  readonly isRest?: boolean;
  /** The transactions within, as far as the bank names them. */
  readonly details: readonly PaymentDetail[];
}

/** A line that is no booking (yet): it may change or vanish, and comes back when it is booked. */
export type PendingLine = Omit<BankLine, "bookedOn" | "amountCents"> & {
  readonly bookedOn: Day | null;
  /** Null when the bank does not say how much it was. */
  readonly amountCents: bigint | null;
};

/** A collection as we sent it to the bank: one batch of it. */
export interface Collection {
  readonly line: number;
  /** Our own names: of the message, and of the batch within it. The bank repeats one of them. */
  readonly messageId: string;
  readonly batchId: string;
  /** The account it is collected on. */
  readonly iban: string;
  readonly collectOn: Day;
  readonly count: number;
  readonly cents: bigint;
}

/** What a parser of bank statements tells, in the order of the file. A statement comes before its lines and is closed after them. */
export type BankEvent =
  | { readonly type: "format"; readonly format: string }
  | { readonly type: "statement"; readonly statement: Statement }
  | { readonly type: "line"; readonly line: BankLine }
  | { readonly type: "pending"; readonly line: PendingLine; readonly said: Said }
  | { readonly type: "end"; readonly end: StatementEnd }
  | { readonly type: "collection"; readonly collection: Collection }
  /** A line that cannot be read: what it says is not an amount, a day, a sign. */
  | { readonly type: "rejected"; readonly line: number; readonly field: string; readonly said: Said }
  | { readonly type: "note"; readonly said: Said };

/** What is told of a file that can be read: with a line that cannot, all of it is refused. */
export type AcceptedEvent = Exclude<BankEvent, { type: "rejected" }>;

/** A format is one pure function from bytes to events; it throws RefusedFile when the file cannot be read. */
export type ReadStatements = (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<BankEvent>;

/** The formats of the bank that are read; each has its reader in `formats/read.ts`. */
export const BANK_FORMATS = ["camt053", "mt940"] as const;
export type BankFormat = (typeof BANK_FORMATS)[number];
