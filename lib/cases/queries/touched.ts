import type { Day } from "../../kernel/day";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";

interface Since {
  readonly lastDay: Day;
  readonly lastKnownAt: Date;
  readonly day: Day;
  readonly knownAt: Date;
}

/** The tenancies whose answer can differ from that of the last run: something came in, changed or came due. */
export async function touchedSince(sql: Sql, { lastDay, lastKnownAt, day, knownAt }: Since): Promise<number[]> {
  const rows = await sql<{ id: number }>(sqlFile("cases/touched"), [lastDay, day, lastKnownAt, knownAt]);
  return rows.map((row) => row.id);
}
