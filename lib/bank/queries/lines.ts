import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** What became of a bank line, or of one part of it: `return` where a debit took an earlier receipt back. */
export interface LineDisposition {
  readonly file: string;
  /** Line of the file that told it first. */
  readonly line: number | null;
  /** Signed: + received. */
  readonly amountCents: number;
  readonly iban: string | null;
  readonly disposition: "posted" | "suspense" | "ignored" | "return";
  /** Contract number of the rent account it lies on. */
  readonly tenancy: string | null;
  readonly reason: string | null;
  /** Whose it may be, likeliest first, with what speaks for it. */
  readonly suggestions: readonly { readonly tenancy: string; readonly reasons: readonly string[] }[];
}

interface Row {
  readonly id: number;
  readonly file: string;
  readonly line: number | null;
  readonly cents: string;
  readonly iban: string | null;
  readonly disposition: string;
  readonly because: string | null;
  readonly isReturn: boolean;
  readonly tenancy: string | null;
  readonly suggestions: string;
}

/** Few enough to keep memory flat, whatever was imported. */
const AT_ONCE = 2_000;

/** What became of the bank lines that files of these names told first, in the order in which they came in; null: of every file. */
export async function* lineDispositions(sql: Sql, names: readonly string[] | null): AsyncGenerator<LineDisposition> {
  for (let after = 0; ; ) {
    const rows = await sql<Row>(sqlFile("bank/lines"), [names, after, AT_ONCE]);
    for (const row of rows) yield dispositionLine(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

const dispositionLine = ({
  file,
  line,
  cents,
  iban,
  disposition,
  because,
  isReturn,
  tenancy,
  suggestions,
}: Row): LineDisposition => ({
  ...{ file, line, amountCents: Number(cents), iban },
  disposition: disposition === "suspense" ? "suspense" : disposition !== "posted" ? "ignored" : isReturn ? "return" : "posted",
  ...{ tenancy, reason: because, suggestions: JSON.parse(suggestions) },
});

/** Which of these files were never imported under that name. */
export async function unknownFiles(sql: Sql, names: readonly string[]): Promise<string[]> {
  const rows = await sql<{ name: string }>("SELECT DISTINCT name FROM import_file WHERE name = ANY ($1::text[])", [names]);
  const known = new Set(rows.map((row) => row.name));
  return names.filter((name) => !known.has(name));
}
