import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Columns of a table and their PostgreSQL types, in the order in which rows give them. */
export type Columns = Readonly<Record<string, string>>;
export type Cell = string | number | bigint | boolean | null;
type Client = Pick<pg.ClientBase, "query">;

const name = (text: string) => `"${text}"`;

/** A table of this transaction only, for rows that are still to be judged. */
export async function createStage(client: Client, table: string, columns: Columns): Promise<void> {
  const list = Object.entries(columns).map(([column, type]) => `${name(column)} ${type}`);
  await client.query(`DROP TABLE IF EXISTS pg_temp.${name(table)}`);
  await client.query(`CREATE TEMP TABLE ${name(table)} (${list.join(", ")}) ON COMMIT DROP`);
}

/** Many rows in one statement: one array per column. */
export async function insertRows(
  client: Client,
  table: string,
  columns: Columns,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const arrays = names.map((_, index) => rows.map((row) => row[index] ?? null));
  const types = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  await client.query(
    `INSERT INTO ${name(table)} (${names.map(name).join(", ")}) SELECT * FROM unnest(${types.join(", ")})`,
    arrays,
  );
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const copied = (cell: Cell): string =>
  cell === null ? "\\N" : typeof cell === "string" ? cell.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign) : String(cell);

/** A row as COPY reads it. One text for each row takes far less memory than its cells do. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(copied).join("\t")}\n`;

/** Very many rows by COPY: a third of the work of one array per column, for the database and for us. */
export async function copyLines(client: pg.ClientBase, table: string, columns: Columns, lines: readonly string[]): Promise<void> {
  const names = Object.keys(columns).map(name).join(", ");
  await pipeline([Buffer.from(lines.join(""))], client.query(copyFrom(`COPY ${name(table)} (${names}) FROM STDIN`)));
}
