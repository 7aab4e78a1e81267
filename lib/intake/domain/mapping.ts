import { createHash } from "node:crypto";
import { SYNONYMS } from "./synonyms";

/** Where one of our columns comes from: a column of the file, or the same text on every row. */
export type Origin = { readonly from: string } | { readonly always: string };

/** How one source writes one kind of file; recognised by the names of its columns, whatever their order. */
export interface Mapping {
  readonly name: string;
  readonly format: string;
  readonly signature: string;
  readonly columns: Readonly<Record<string, Origin>>;
}

/** The same for every file with these columns. */
export const signatureOf = (header: readonly string[]): string =>
  createHash("sha256")
    .update([...header].sort().join("\n"))
    .digest("hex");

const plain = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** How much a file's column looks like ours by its name: 3 the same, 2 a known other name, 1 holds it, 0 not. */
function likeness(theirs: string, ours: string): number {
  const name = plain(theirs);
  if (name === plain(ours)) return 3;
  const others = SYNONYMS[ours] ?? [];
  if (others.includes(name)) return 2;
  return [plain(ours), ...others].some((known) => known.length >= 5 && name.includes(known)) ? 1 : 0;
}

/** What the values themselves say, when the name of the column does not. */
const BY_VALUE: Readonly<Record<string, RegExp>> = {
  iban: /^[A-Z]{2}\d{2}\s?[A-Z0-9]{4}[A-Z0-9\s]{8,}$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  postcode: /^[1-9]\d{3}\s?[A-Z]{2}$/i,
  mobiel: /^(?:\+31|0031|0)[\s-]?6[\s-]?\d[\d\s-]{6,}$/,
};

function byValue(ours: string, header: readonly string[], rows: readonly (readonly string[])[]): string | undefined {
  const shape = BY_VALUE[ours];
  return header.find((_, at) => {
    const values = rows.map((row) => (row[at] ?? "").trim()).filter(Boolean);
    return shape !== undefined && values.length > 0 && values.every((value) => shape.test(value));
  });
}

/** For each of our columns the file's column that most looks like it; each of the file's columns is used once, the surest first. */
export function guessColumns(
  ours: readonly string[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Readonly<Record<string, string>> {
  const pairs = ours
    .flatMap((column) => header.map((theirs, at) => ({ column, theirs, at, score: likeness(theirs, column) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const guessed: Record<string, string> = {};
  const used = new Set<string>();
  for (const { column, theirs } of pairs) {
    if (guessed[column] || used.has(theirs)) continue;
    guessed[column] = theirs;
    used.add(theirs);
  }
  for (const column of ours) {
    if (guessed[column]) continue;
    const found = byValue(
      column,
      header.map((theirs) => (used.has(theirs) ? "" : theirs)),
      rows,
    );
    if (!found) continue;
    guessed[column] = found;
    used.add(found);
  }
  return guessed;
}

/** The columns that a file of this kind must have and the mapping does not give; alternatives as one text `straat/adres`. */
export const lacking = (needed: readonly (string | readonly string[])[], given: (column: string) => boolean): string[] =>
  needed.filter((one) => ![one].flat().some(given)).map((one) => [one].flat().join("/"));
