import type { ClientBase } from "pg";
import { addWorkingDays, workingDayUpTo } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/day";
import { sqlAt } from "@/lib/platform/sqlfile";
import { caretakerTable, officeTables, suspenseTables } from "../domain/office-tables";
import { paperTables } from "../domain/paper-tables";
import { CORPORATION, DEMO_PASSWORD } from "../domain/staff";
import { balanceTable, designationTable, ledgerTable, registerTables } from "../domain/tables";
import type { World } from "../domain/world";
import { copyRows } from "./copy-rows";

/** Puts a world as it stands into an empty database, with its own clock; inside the caller's transaction. */
export async function fill(client: ClientBase, world: World, seed: number, password: string): Promise<void> {
  for (const table of [
    ...officeTables(world, password),
    ...registerTables(world),
    caretakerTable(world),
    ledgerTable(world),
    balanceTable(world),
    designationTable(world),
    ...suspenseTables(world),
    ...paperTables(world),
  ]) {
    await copyRows(client, table.name, table.columns, table.rows as never[]);
    // The program's role may not set a sequence, only take from it.
    if (table.columns[0]?.[0] === "id" && table.rows.length > 0) {
      await client.query(
        `SELECT count(nextval(pg_get_serial_sequence('${table.name}', 'id'))) FROM generate_series(1, ${table.rows.length})`,
      );
    }
  }
  const { ends } = world.timeline;
  await client.query("INSERT INTO own_clock (id, day, part, set_at, seed) VALUES (1, $1, 'morning', now(), $2)", [ends, seed]);
  await client.query("INSERT INTO receipt_source (source, from_day, recorded_at) VALUES ('bank', $1, now())", [
    world.timeline.starts,
  ]);
  const before = workingDayUpTo(addDays(ends, -1));
  const twoBefore = workingDayUpTo(addDays(before, -1));
  await client.query(sqlAt("demo/sql/asked-at-doors.sql"), [ends, twoBefore, before, addWorkingDays(ends, 4)]);
  const settings = {
    demo: { end: ends, password: DEMO_PASSWORD },
    corporation: CORPORATION,
  };
  for (const [key, value] of Object.entries(settings)) {
    await client.query("INSERT INTO setting (key, value) VALUES ($1, $2)", [key, JSON.stringify(value)]);
  }
}
