import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Day, day, lastDay, type Month } from "@/lib/kernel/day";
import { disconnect, pool } from "@/lib/platform/db";
import { type Street, storeBankDays, storeStreet } from "./street";

const own = process.env.AANBEL_DATABASE_URL as string;
const made: string[] = [];

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("server").ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Points the program at a database by its name, so that two histories can go on beside each other. */
export async function useDatabase(name: string): Promise<void> {
  await disconnect();
  process.env.AANBEL_DATABASE_URL = Object.assign(new URL(own), { pathname: `/${name}` }).toString();
}

/** A new database with the same street in it: what happens in two of them can be compared. @returns its name and the street */
export async function newStreet(doors: number, from: string, through: string): Promise<{ name: string; street: Street }> {
  const name = `aanbel_test_run_${randomBytes(5).toString("hex")}`;
  made.push(name);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject("server").template}`);
  await useDatabase(name);
  const street = await storeStreet(pool(), { doors, from: from as Month, through: through as Month });
  await storeBankDays(pool(), day(`${through}-01`), lastDay(through as Month));
  return { name, street };
}

/** Sets this database's own clock. */
export const setOwnClock = (on: Day, part: "morning" | "afternoon") =>
  pool().query(
    "INSERT INTO own_clock (id, day, part, set_at) VALUES (1, $1, $2, now()) ON CONFLICT (id) DO UPDATE SET day = $1, part = $2, set_at = now()",
    [on, part],
  );

export async function dropStreets(): Promise<void> {
  await disconnect();
  process.env.AANBEL_DATABASE_URL = own;
  for (const name of made.splice(0)) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}
