import { record } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction, type Sql, sqlOf } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";

type Json = Prisma.InputJsonObject;

/** One act at the desk of suspense: where it happens and whom it touches. */
export interface Act {
  readonly db: Db;
  readonly sql: Sql;
  readonly moment: Date;
  /** Tenancies whose facts change: they are assessed again. */
  touch(...tenancyIds: readonly (number | null)[]): void;
}

class Refusal extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super("refused");
  }
}

/**
 * Every act on bank lines: one transaction with its audit row, counted once by the form's own id however often it is sent.
 * A refusal leaves nothing behind.
 */
export async function act<Value extends Json>(
  actor: Actor,
  { action, commandId }: { readonly action: string; readonly commandId: string },
  work: (act: Act) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await inTransaction(async (db) => {
      const { moment } = await now(db);
      const before = await claim(db, actor, action, commandId, moment);
      if (before) return before as Outcome<Value>;
      const touched = new Set<number>();
      const touch = (...ids: readonly (number | null)[]) => ids.forEach((id) => id !== null && touched.add(id));
      const outcome = await work({ db, sql: sqlOf(db), moment, touch });
      if (!outcome.ok) throw new Refusal(outcome);
      const tenancyIds = [...touched].sort((a, b) => a - b);
      const tenancyId = tenancyIds.length === 1 ? (tenancyIds[0] ?? null) : null;
      await record(db, { actor, action, tenancyId, detail: { commandId, tenancyIds, ...outcome.value }, at: moment });
      await db.bankCommand.update({ where: { id: commandId }, data: { answer: outcome.value } });
      if (tenancyIds.length > 0) await enqueue("reassess", { tenancyIds }, db);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
}

/** Takes the form's id for this act; one taken before answers what it answered then. */
async function claim(db: Db, actor: Actor, action: string, commandId: string, at: Date): Promise<Outcome<Json> | null> {
  const [taken] = await sqlOf(db)<{ id: string }>(
    `INSERT INTO bank_command (id, action, staff_id, at) VALUES ($1::uuid, $2, $3, $4::timestamptz)
     ON CONFLICT DO NOTHING RETURNING id::text AS id`,
    [commandId, action, actor.staffId, at],
  );
  if (taken) return null;
  const before = await db.bankCommand.findUniqueOrThrow({ where: { id: commandId } });
  if (before.action !== action || before.staffId !== actor.staffId) throw new Refusal(refused("id-in-use"));
  return done(before.answer as Json);
}
