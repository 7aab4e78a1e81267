import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** A value as it goes into a column. Lists become arrays of text; days are text already. */
export type Value = string | number | bigint | boolean | Date | null | readonly string[];
export type Column<Row> = readonly [name: string, value: (row: Row) => Value];

const CHUNK = 1 << 18;

/** Puts rows into a table by COPY, in the order given. @returns how many */
export async function copyRows<Row>(
  client: ClientBase,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const stream = client.query(copyFrom(`COPY ${table} (${columns.map(([name]) => name).join(", ")}) FROM STDIN`));
  const finished = new Promise<void>((resolve, reject) => {
    stream.on("finish", resolve);
    stream.on("error", reject);
  });
  let chunk = "";
  for (const row of rows) {
    chunk += line(columns, row);
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await new Promise<void>((resolve) => stream.once("drain", resolve));
    chunk = "";
  }
  stream.end(chunk);
  await finished;
  return rows.length;
}

function line<Row>(columns: readonly Column<Row>[], row: Row): string {
  let text = "";
  for (let i = 0; i < columns.length; i++) {
    if (i > 0) text += "\t";
    text += field((columns[i] as Column<Row>)[1](row));
  }
  return `${text}\n`;
}

function field(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return SPECIAL.test(value) ? escaped(value) : value;
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return momentText(value);
  if (Array.isArray(value)) return escaped(`{${value.map((each) => `"${String(each).replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  return String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const escaped = (text: string): string =>
  text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r");

const texts = new WeakMap<Date, string>();
/** Many rows share one moment: its text is made once. */
function momentText(moment: Date): string {
  let text = texts.get(moment);
  if (!text) {
    text = moment.toISOString();
    texts.set(moment, text);
  }
  return text;
}
