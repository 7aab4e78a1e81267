import { type Actor, SYSTEM } from "../../auth/actor";
import { now } from "../../platform/clock";
import { type Db, inTransaction, type Sql, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { decisions } from "../queries/facts";
import { needing } from "../queries/needing";
import { type Saved, save } from "./save";

/**
 * Asks the rules again about these tenancies, with everything known now, and keeps what changed; inside the caller's
 * transaction, so that the next step is on the screen with the act itself. Other tenancies of the same people come
 * along when they have something open: home and garage are one call.
 */
export async function reassess(db: Db, actor: Actor, tenancyIds: readonly number[]): Promise<Saved> {
  const sql = sqlOf(db);
  const locked = await lockWithSiblings(sql, tenancyIds);
  const { day, part, moment } = await now(db);
  const siblings = locked.filter((id) => !tenancyIds.includes(id));
  const also = await needing(sql, { day, knownAt: moment, tenancyIds: siblings });
  const scope = { day, part, knownAt: moment, tenancyIds: [...tenancyIds, ...also] };
  return save(sql, await decisions(sql, scope), { actor, day, knownAt: moment, runId: null });
}

const AT_ONCE = 400;

/** The same for many, as an import leaves behind: a transaction per batch, only those with something open. Doing it twice adds nothing. */
export async function reassessAll(tenancyIds: readonly number[], actor: Actor = SYSTEM): Promise<Saved> {
  const ids = [...new Set(tenancyIds)].sort((a, b) => a - b);
  let total: Saved = { stored: 0, opened: 0, closed: 0 };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const saved = await inTransaction((db) => reassessBatch(db, actor, ids.slice(from, from + AT_ONCE)));
    total = { stored: total.stored + saved.stored, opened: total.opened + saved.opened, closed: total.closed + saved.closed };
  }
  return total;
}

async function reassessBatch(db: Db, actor: Actor, tenancyIds: readonly number[]): Promise<Saved> {
  const sql = sqlOf(db);
  const locked = await lockWithSiblings(sql, tenancyIds);
  const { day, part, moment } = await now(db);
  const scope = { day, part, knownAt: moment, tenancyIds: locked };
  const asked = await needing(sql, scope);
  return save(sql, await decisions(sql, { ...scope, tenancyIds: asked }), { actor, day, knownAt: moment, runId: null });
}

/** One at a time per tenancy: two acts on the same case answer one after the other. In order of id, so that none waits for the other. */
async function lockWithSiblings(sql: Sql, tenancyIds: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }>(sqlFile("cases/lock-with-siblings"), [tenancyIds]);
  return rows.map((row) => row.id);
}
