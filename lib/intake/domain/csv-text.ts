/** Signs with which a spreadsheet starts a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** One cell of a CSV file that people open in a spreadsheet: text stays text, whatever somebody typed in it. */
export function csvCell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : FORMULA.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type CsvRow = readonly (string | number)[];
const csvLines = (rows: readonly CsvRow[]) => rows.map((row) => `${row.map(csvCell).join(";")}\r\n`).join("");

/** Rows with semicolons and a byte order mark, as Dutch spreadsheets expect; in pieces, however many there are. */
export async function* csvPieces(header: readonly string[], batches: AsyncIterable<readonly CsvRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLines([header])}`;
  for await (const rows of batches) yield csvLines(rows);
}
