import { readFileSync } from "node:fs";
import path from "node:path";
import { env } from "./env";

const kept = new Map<string, string>();

/** The text of a named statement: `sqlFile("ledger/positions")` is lib/ledger/sql/positions.sql. */
export function sqlFile(name: `${string}/${string}`): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const [room = "", ...rest] = name.split("/");
  const root = env.root();
  const text = readFileSync(path.join(/* turbopackIgnore: true */ root, "lib", room, "sql", `${rest.join("/")}.sql`), "utf8");
  kept.set(name, text);
  return text;
}
