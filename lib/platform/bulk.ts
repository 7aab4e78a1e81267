import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Columns of a table and their PostgreSQL types, in the order in which rows give them. */
export type Columns = Readonly<Record<string, string>>;
export type Cell = string | number | bigint | boolean | null;
type CellOf<Type extends string> = Type extends "int"
  ? number
  : Type extends "bigint"
    ? bigint
    : Type extends "boolean"
      ? boolean
      : string;
/** A row under the names of its columns, each value of the type PostgreSQL has it in. Days and jsonb are text. */
export type StagedRow<Of extends Columns> = { readonly [Name in keyof Of]: CellOf<Of[Name]> | null };
type Client = Pick<pg.ClientBase, "query">;

const name = (text: string) => `"${text}"`;

/** A table of this transaction only, for rows that are still to be judged. */
export async function createStage(client: Client, table: string, columns: Columns): Promise<void> {
  const list = Object.entries(columns).map(([column, type]) => `${name(column)} ${type}`);
  await client.query(`DROP TABLE IF EXISTS pg_temp.${name(table)}`);
  await client.query(`CREATE TEMP TABLE ${name(table)} (${list.join(", ")}) ON COMMIT DROP`);
}

/** Many rows in one statement: one array per column. */
export async function insertRows<const Of extends Columns>(
  client: Client,
  table: string,
  columns: Of,
  rows: readonly StagedRow<Of>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const arrays = names.map((column) => rows.map((row) => row[column] ?? null));
  const types = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  await client.query(
    `INSERT INTO ${name(table)} (${names.map(name).join(", ")}) SELECT * FROM unnest(${types.join(", ")})`,
    arrays,
  );
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const copied = (cell: Cell): string =>
  cell === null ? "\\N" : typeof cell === "string" ? cell.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign) : String(cell);

/** How rows of these columns are written for COPY. One text for each row takes far less memory than its cells do. */
export function copyLineOf<const Of extends Columns>(columns: Of): (row: StagedRow<Of>) => string {
  const names = Object.keys(columns);
  return (row) => {
    let line = "";
    for (const column of names) line += `${line === "" ? "" : "\t"}${copied(row[column] ?? null)}`;
    return `${line}\n`;
  };
}

/** Very many rows by COPY: a third of the work of one array per column, for the database and for us. */
export async function copyLines(client: pg.ClientBase, table: string, columns: Columns, lines: readonly string[]): Promise<void> {
  const names = Object.keys(columns).map(name).join(", ");
  await pipeline([Buffer.from(lines.join(""))], client.query(copyFrom(`COPY ${name(table)} (${names}) FROM STDIN`)));
}
