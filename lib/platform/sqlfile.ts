import { readFileSync } from "node:fs";
import path from "node:path";
import { env } from "./env";

const kept = new Map<string, string>();

/** The text of a named statement: `sqlFile("ledger/positions")` is lib/ledger/sql/positions.sql. */
export function sqlFile(name: `${string}/${string}`): string {
  const [room = "", ...rest] = name.split("/");
  return sqlAt(`lib/${room}/sql/${rest.join("/")}.sql`);
}

/** The text of a statement outside the rooms: `sqlAt("demo/sql/accounts.sql")`. */
export function sqlAt(file: string): string {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(path.join(/* turbopackIgnore: true */ env.root(), file), "utf8");
  kept.set(file, text);
  return text;
}
