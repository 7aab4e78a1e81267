import type pg from "pg";
import type { Day } from "@/lib/kernel/day";
import { copyLineOf, copyLines, createStage, type StagedRow } from "@/lib/platform/bulk";
import { tidyMemory } from "@/lib/platform/memory";
import { sqlFile } from "@/lib/platform/sqlfile";
import { assertAccounted, NONE, plus, type Sum } from "../domain/accounted";
import { ASKED_DAYS, pairDuplicates, type Resemblance } from "../domain/cross-source-duplicates";
import { REMITTANCE_TABLE } from "./designate-receipts";

/** Large enough that the database works on a batch while the next is being read, small enough to keep memory flat. */
const BATCH = 10_000;
const STAGED = {
  line_no: "int",
  source_line: "int",
  account_id: "int",
  statement_id: "int",
  fingerprint: "text",
  nth: "int",
  page: "int",
  amount: "bigint",
  booked_on: "date",
  value_on: "date",
  reference: "text",
  end_to_end: "text",
  remittance: "text",
  counterparty: "text",
  iban: "text",
  return_reason: "text",
  is_return: "boolean",
  disposition: "text",
  because: "text",
  tenancy_id: "int",
  suggested: "int",
  suggestions: "text",
  suspects: "text",
  batch: "text",
  names_purpose: "boolean",
} as const;

const lineText = copyLineOf(STAGED);

/** Certain whose, not certain whether it counts: the rent administration has one like it, of some days before or after. */
const UNSURE = `UPDATE staged_line SET disposition = 'suspense', because = 'maybe-erp-sent-it', suggested = tenancy_id, tenancy_id = NULL,
  suspects = ARRAY[tenancy_id]::text, suggestions = jsonb_build_array(jsonb_build_object('tenancyId', tenancy_id, 'facts', '[]'::jsonb))::text
  WHERE line_no = ANY ($1::int[])`;

interface Summed {
  readonly lines: number;
  readonly cents: string;
}
interface Saved extends Summed {
  readonly ledgerLines: number;
  readonly ledgerCents: string;
}
const sumOf = ({ lines, cents }: Summed): Sum => ({ lines, cents: BigInt(cents) });

/** A whole statement with its balances, known when its last line is in. */
export interface WholeStatement {
  readonly id: number;
  readonly openingCents: bigint;
  readonly closingCents: bigint;
  readonly toDay: Day;
}

/** Lines on their way into the database, a batch at a time: the database judges and keeps one while the next is being read. */
export class LineStage {
  /** How many were there already. */
  known: Sum = NONE;
  private staged: string[] = [];
  /** The batch that the database is working on. */
  private storing: Promise<void> = Promise.resolve();
  /** The bank told these days before, in another format: the statement is judged when all of it is in. */
  private isHeldBack = false;

  constructor(private readonly client: pg.PoolClient) {}

  async prepare(): Promise<void> {
    await createStage(this.client, "staged_line", STAGED);
    await this.client.query(
      "ALTER TABLE staged_line ADD COLUMN known boolean NOT NULL DEFAULT false, ADD COLUMN duplicate_of bigint",
    );
    await this.client.query(REMITTANCE_TABLE);
  }

  /** A statement begins, after the one before it was flushed. */
  async begin(accountId: number, from: Day, to: Day | null): Promise<void> {
    const { rows } = await this.client.query<{ overlaps: boolean }>(sqlFile("bank/overlapping-statements"), [
      accountId,
      from,
      to,
    ]);
    this.isHeldBack = rows[0]?.overlaps === true;
    await this.client.query("TRUNCATE staged_line");
  }

  /** Takes a line with its disposition. @returns whether the batch is full. */
  add(line: StagedRow<typeof STAGED>): boolean {
    return this.staged.push(lineText(line)) >= BATCH;
  }

  /** Hands a batch to the database, and waits for the one before it: so reading and storing go on side by side. */
  async hand(): Promise<void> {
    await this.storing;
    const rows = this.staged;
    this.staged = [];
    if (rows.length === 0) return;
    this.storing = this.isHeldBack ? this.copy(rows) : this.store(rows);
    // What goes wrong is reported where it is waited for.
    this.storing.catch(() => {});
  }

  /** What is under way is stored. @param whole the statement that ends with it, when it is whole and tells its balances */
  async flush(whole: WholeStatement | null = null): Promise<void> {
    await this.hand();
    await this.storing;
    if (!this.isHeldBack) return;
    this.isHeldBack = false;
    this.storing = this.judge(whole);
    await this.storing;
  }

  /** When nothing is under way any more, well or badly. */
  settled = (): Promise<void> => this.storing.catch(() => {});

  /** What the bank told before in another format, or as another kind of message, counts once. Nearly always there is no such file. */
  private async recogniseDuplicates(): Promise<void> {
    const { rows } = await this.client.query<{ id: number; isOther: boolean }>(sqlFile("bank/statement-duplicates"));
    const idsOf = (isOther: boolean) => rows.filter((row) => row.isOther === isOther).map((row) => row.id);
    if (rows.some((row) => row.isOther)) await this.client.query(sqlFile("bank/duplicates"), [idsOf(true), idsOf(false)]);
  }

  /** What a line says was received is on a rent account, to the cent. */
  private async save(): Promise<void> {
    const [posted] = (await this.client.query(sqlFile("bank/save"))) as unknown as pg.QueryResult<Saved>[];
    for (const row of posted?.rows ?? []) assertAccounted(sumOf(row), { lines: row.ledgerLines, cents: BigInt(row.ledgerCents) });
  }

  private copy = (rows: readonly string[]): Promise<void> => copyLines(this.client, "staged_line", STAGED, rows);

  private async store(rows: readonly string[]): Promise<void> {
    await this.client.query("TRUNCATE staged_line");
    await this.copy(rows);
    await this.judge(null);
  }

  private async judge(whole: WholeStatement | null): Promise<void> {
    const { client } = this;
    await client.query("ANALYZE staged_line");
    const fresh = await client.query<Summed>(sqlFile("bank/fresh"));
    this.known = plus(this.known, ...fresh.rows.map(sumOf));
    if (whole) {
      const { id, openingCents, closingCents, toDay } = whole;
      await client.query(sqlFile("bank/same-statement"), [id, openingCents, closingCents, toDay]);
    }
    await this.recogniseDuplicates();
    const alike = await client.query<Resemblance>(sqlFile("bank/cross-source-duplicates"), [ASKED_DAYS]);
    const { pairs, unsure } = pairDuplicates(alike.rows);
    const duplicates = [...pairs];
    if (duplicates.length > 0) {
      await client.query(
        `UPDATE staged_line s SET disposition = 'ignored', because = 'erp-sent-it', duplicate_of = p.entry_id
         FROM unnest($1::int[], $2::bigint[]) p (line_no, entry_id) WHERE p.line_no = s.line_no`,
        [duplicates.map(([line]) => line), duplicates.map(([, entry]) => entry)],
      );
    }
    if (unsure.length > 0) await client.query(UNSURE, [unsure]);
    await this.save();
    await client.query(sqlFile("bank/staged-remittances"));
    tidyMemory();
  }
}
