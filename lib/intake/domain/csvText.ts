/** Signs with which a spreadsheet starts a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell of a CSV file that people open in a spreadsheet: text stays text, whatever somebody typed in it. */
export function csvCell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : FORMULA.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows with semicolons and a byte order mark, as Dutch spreadsheets expect. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(";")}\r\n`).join("")}`;
