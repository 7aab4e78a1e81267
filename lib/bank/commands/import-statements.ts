import type pg from "pg";
import { type Day, latest } from "@/lib/kernel/day";
import { RefusedFile, type Said } from "@/lib/kernel/refusal";
import { sqlOfClient } from "@/lib/platform/db";
import { keepMemorySmall, tidyMemory } from "@/lib/platform/memory";
import { assertAccounted, plus } from "../domain/accounted";
import { Fingerprints } from "../domain/fingerprint";
import type { AcceptedEvent, BankLine, Collection, Statement, StatementEnd } from "../domain/line";
import { type Disposition, match } from "../domain/match";
import { partsOf } from "../domain/parts";
import { mayName } from "../domain/read-designation";
import type { Register } from "../domain/register";
import { readBankFile } from "../formats/read";
import { isReceiptSource, type ReceiptSource, receiptSources } from "../queries/receipt-sources";
import { loadRegister } from "../queries/register";
import { designateReceipts } from "./designate-receipts";
import { keepCollection } from "./keep-collection";
import { noteComplete } from "./note-complete";
import { settleReturns } from "./settle-returns";
import { LineStage } from "./stage-lines";

/** A file of statements on its way in: one transaction of its caller. */
export interface StatementImport {
  readonly client: pg.PoolClient;
  readonly fileId: number;
  readonly today: Day;
  readonly moment: Date;
  readonly issues: {
    readonly ignored: number;
    add(issue: { line: number; field: string | null; kind: "ignored"; code: string; values: Said["values"] }): Promise<void>;
  };
  readonly onLines: (lines: number) => void;
}

export interface StatementCounts {
  readonly lines: number;
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly suspense: number;
  readonly ignored: number;
  readonly rejected: 0;
  readonly notes: readonly Said[];
  readonly completeThrough?: Day;
}

/** The statement under way: where its lines belong. */
interface Under {
  readonly statement: Statement;
  readonly accountId: number;
  readonly statementId: number;
  readonly fingerprints: Fingerprints;
}

/** An account of ours, by the name we keep it under: a file may write it in another way. */
interface Account {
  readonly id: number;
  readonly iban: string;
}

interface Ended {
  readonly disposition: string;
  readonly lines: number;
  readonly cents: string;
}

type Other =
  | { disposition: "ignored"; because: "erp-leads"; tenancyId: number }
  | { disposition: "own"; because: "bank-charges" };

/** Brings in a file of bank statements: each line is posted, kept in suspense, ours or ignored. With one that cannot be read the file is refused. */
export async function importStatements(into: StatementImport, chunks: AsyncIterable<Uint8Array>): Promise<StatementCounts> {
  const work = new StatementWork(into);
  await work.prepare();
  try {
    for await (const event of readBankFile(chunks)) await work.hear(event);
    return await work.finish();
  } finally {
    // Whatever went wrong: nothing of ours may still be running on this connection when its transaction ends.
    await work.stage.settled();
  }
}

class StatementWork {
  private readonly notes: Said[] = [];
  private lines = 0;
  /** What was taken apart into lines of our own: of the whole file, and of the statement under way. */
  private takenLines = 0;
  private takenCents = 0n;
  private takenOfStatement = 0n;
  private readonly collections = { added: 0, known: 0 };
  private under: Under | null = null;
  private readonly completed = new Map<number, Day>();
  private register: Register | null = null;
  private sources: readonly ReceiptSource[] = [];

  readonly stage: LineStage;

  constructor(private readonly into: StatementImport) {
    this.stage = new LineStage(into.client);
  }

  async prepare(): Promise<void> {
    const { client } = this.into;
    keepMemorySmall();
    await this.stage.prepare();
    this.sources = await receiptSources(sqlOfClient(client));
  }

  async hear(event: AcceptedEvent): Promise<void> {
    if (event.type === "statement") await this.begin(event.statement);
    else if (event.type === "line") await this.takeParts(partsOf(event.line));
    else if (event.type === "end") await this.end(event.end);
    else if (event.type === "collection") await this.collect(event.collection);
    else if (event.type === "note") this.notes.push(event.said);
    else if (event.type === "pending") {
      const { returnReason, endToEnd } = event.line;
      const values = { ...event.said.values, reason: returnReason ?? "", reference: endToEnd ?? "" };
      await this.ignore(event.line.line, "Sts", { code: event.said.code, values });
    }
  }

  private async begin(statement: Statement): Promise<void> {
    const { client, fileId, moment } = this.into;
    await this.stage.flush();
    this.under = null;
    this.takenOfStatement = 0n;
    // A report on our own collections says nothing about an account.
    if (statement.kind === "status") return;
    const { id: accountId, iban } = await this.accountOf(statement.iban);
    this.register ??= await loadRegister(sqlOfClient(client));
    const day = statement.toDay ?? statement.fromDay;
    if (day === null) throw new RefusedFile("no-statement-day", { line: statement.line });
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO bank_statement (account_id, ident, from_day, to_day, opening_cents, closing_cents, file_id, recorded_at, kind, sequence)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (account_id, ident) DO UPDATE SET to_day = greatest(bank_statement.to_day, excluded.to_day) RETURNING id`,
      [
        accountId,
        await this.identOf(accountId, statement),
        statement.fromDay ?? day,
        day,
        statement.openingCents,
        statement.closingCents,
        fileId,
        moment,
        statement.kind,
        statement.sequence,
      ],
    );
    await this.stage.begin(accountId, statement.fromDay ?? day, statement.toDay);
    this.under = { statement, accountId, statementId: rows[0]?.id ?? 0, fingerprints: new Fingerprints(iban) };
  }

  /** Some banks call every statement the same: one that opens with another balance is another one. */
  private async identOf(accountId: number, { ident, page, openingCents }: Statement): Promise<string> {
    if (openingCents === null || (page ?? 1) > 1) return ident;
    const { rows } = await this.into.client.query(
      "SELECT FROM bank_statement WHERE account_id = $1 AND ident = $2 AND opening_cents <> $3",
      [accountId, ident, openingCents],
    );
    return rows.length > 0 ? `${ident} ${openingCents}` : ident;
  }

  /** A collection of ours counts as one line: new, or known. */
  private async collect(collection: Collection): Promise<void> {
    const { client, fileId, moment } = this.into;
    const { id: accountId } = await this.accountOf(collection.iban);
    this.lines++;
    const isNew = await keepCollection(client, { accountId, fileId, moment }, collection);
    this.collections[isNew ? "added" : "known"]++;
  }

  /** Only a whole statement completes a day: not a page that goes on, nor a day under way. */
  private async end({ toDay, openingCents, closingCents, isLastPage, bookedCents }: StatementEnd): Promise<void> {
    const lines = this.takenLines;
    assertAccounted({ lines, cents: bookedCents }, { lines, cents: this.takenOfStatement });
    const under = this.under;
    this.under = null;
    if (under === null || toDay === null) return;
    const { statement, accountId, statementId } = under;
    const isWhole = statement.kind === "statement" && (isLastPage ?? statement.isLastPage) !== false;
    const opening = statement.openingCents ?? openingCents;
    const closing = closingCents ?? statement.closingCents;
    const whole = isWhole && opening !== null && closing !== null;
    await this.stage.flush(whole ? { id: statementId, openingCents: opening, closingCents: closing, toDay } : null);
    await this.into.client.query(
      `UPDATE bank_statement
       SET to_day = greatest(to_day, $2), closing_cents = coalesce($3, closing_cents),
         whole = whole OR $4::boolean, file_id = CASE WHEN $4::boolean THEN coalesce(file_id, $5::int) ELSE file_id END
       WHERE id = $1`,
      [statementId, toDay, closingCents, isWhole, this.into.fileId],
    );
    if (!isWhole) return;
    this.completed.set(accountId, latest(this.completed.get(accountId) ?? toDay, toDay));
  }

  /** Our own accounts are known; the first statement ever tells the first one. */
  private async accountOf(iban: string): Promise<Account> {
    const { client } = this.into;
    const { rows } = await client.query<Account>("SELECT id, iban FROM bank_account");
    // Older files give the number within the IBAN, without its leading zeros.
    const short = /^\d{5,10}$/.test(iban) ? iban.padStart(10, "0") : null;
    const known = rows.find((row) => row.iban === iban || (short !== null && row.iban.endsWith(short)));
    if (known) return known;
    if (rows.length > 0 || short !== null) throw new RefusedFile("foreign-account", { iban });
    const made = await client.query<{ id: number }>("INSERT INTO bank_account (iban, name) VALUES ($1, $1) RETURNING id", [iban]);
    this.notes.push({ code: "account-adopted", values: { iban } });
    return { id: made.rows[0]?.id ?? 0, iban };
  }

  private async ignore(line: number, field: string, said: Said): Promise<void> {
    this.lines++;
    await this.into.issues.add({ line, field, kind: "ignored", code: said.code, values: said.values });
  }

  private async takeParts(parts: readonly BankLine[]): Promise<void> {
    if (parts.length > 1) this.register?.noteTogether(parts);
    for (const part of parts) await this.take(part);
  }

  private async take(line: BankLine): Promise<void> {
    const { under, register } = this;
    if (!under || !register) throw new Error("a bank line outside a statement");
    if (line.amountCents === 0n) return this.ignore(line.line, "Amt", { code: "zero-amount", values: {} });
    this.lines++;
    this.takenLines++;
    this.takenCents += line.amountCents;
    this.takenOfStatement += line.amountCents;
    const disposition = this.dispositionOf(line, register, under.accountId);
    const { name, nth } = under.fingerprints.of(line);
    const isPosted = disposition.disposition === "posted";
    const full = this.stage.add({
      line_no: this.lines,
      source_line: line.line,
      account_id: under.accountId,
      statement_id: under.statementId,
      ...{ fingerprint: name, nth, page: under.statement.page },
      ...{ amount: line.amountCents, booked_on: line.bookedOn, value_on: line.valueOn },
      ...{ reference: line.reference, end_to_end: line.endToEnd, remittance: line.remittance },
      ...{ counterparty: line.counterparty, iban: line.iban, return_reason: line.returnReason, is_return: line.isReturn },
      disposition: disposition.disposition,
      because: disposition.because,
      tenancy_id: "tenancyId" in disposition ? disposition.tenancyId : null,
      suggested: "suggested" in disposition ? disposition.suggested : null,
      suggestions:
        "suggestions" in disposition && disposition.suggestions.length > 0 ? JSON.stringify(disposition.suggestions) : null,
      suspects: "suspects" in disposition ? `{${disposition.suspects.join(",")}}` : "{}",
      batch: line.isBatch ? (line.batchId ?? null) : null,
      names_purpose: isPosted && (mayName(line.remittance) || (disposition.because !== "reference" && mayName(line.reference))),
    });
    if (full) {
      await this.stage.hand();
      this.into.onLines(this.lines);
    } else if (this.lines % 2000 === 0) {
      tidyMemory();
      this.into.onLines(this.lines);
    }
  }

  private dispositionOf(line: BankLine, register: Register, accountId: number): Disposition | Other {
    if (line.isRest) return { disposition: "own", because: "bank-charges" };
    const disposition = match(line, register);
    return disposition.disposition === "posted" && isReceiptSource(this.sources, "erp", line.bookedOn, accountId)
      ? { disposition: "ignored", because: "erp-leads", tenancyId: disposition.tenancyId }
      : disposition;
  }

  async finish(): Promise<StatementCounts> {
    const { client, fileId, moment, issues } = this.into;
    await this.stage.flush();
    await settleReturns(client, moment);
    await designateReceipts(sqlOfClient(client), moment);
    const completeThrough = await noteComplete(client, { fileId, moment, completed: this.completed });
    const { rows } = await client.query<Ended>(
      "SELECT disposition, count(*)::int AS lines, sum(amount_cents)::text AS cents FROM bank_line WHERE file_id = $1 GROUP BY disposition",
      [fileId],
    );
    const kept = rows.map(({ lines, cents }) => ({ lines, cents: BigInt(cents) }));
    assertAccounted({ lines: this.takenLines, cents: this.takenCents }, plus(this.stage.known, ...kept));
    const ended = (...of: readonly string[]) =>
      rows.reduce((count, { disposition, lines }) => count + (of.includes(disposition) ? lines : 0), 0);
    return {
      lines: this.lines,
      added: ended("posted") + this.collections.added,
      changed: 0,
      known: this.stage.known.lines + this.collections.known,
      suspense: ended("suspense"),
      ignored: ended("own", "ignored") + issues.ignored,
      rejected: 0,
      notes: this.notes,
      ...(completeThrough ? { completeThrough } : {}),
    };
  }
}
