import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { type Now, now } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { record } from "./record";

export type Json = Prisma.InputJsonObject;

/** What an act leaves behind beside its answer. */
export interface Kept {
  /** The one tenancy the audit row is about; null: none, or several. */
  readonly tenancyId: number | null;
  /** What the audit row says beside the answer; no free text of people. */
  readonly detail: Json;
  /** What stood before, for an act that can be undone. */
  readonly undo?: Json;
}

interface Command {
  /** Room and verb, also in the audit: `cases.logCall`. */
  readonly action: string;
  /** The id that the form was made with. */
  readonly commandId: string;
  /** For an act about one tenancy: finds it and locks its household before anything is read. */
  readonly lock?: (db: Db) => Promise<number | null>;
}

/** Rolls everything back: a refusal leaves nothing behind. */
class Refusal extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super("refused");
  }
}

/**
 * The one wrapper of every act: a single transaction in which what is done, what follows and the audit row are kept together or not
 * at all. The form's own id makes it count once, however often and from wherever it is sent; sent again, it answers what it answered.
 */
export async function command<Value extends Json>(
  actor: Actor,
  { action, commandId, lock }: Command,
  work: (at: { readonly db: Db; readonly now: Now; readonly tenancyId: number | null }) => Promise<[Outcome<Value>, Kept]>,
): Promise<Outcome<Value>> {
  try {
    return await inTransaction(async (db) => {
      const tenancyId = lock ? await lock(db) : null;
      if (lock && tenancyId === null) throw new Refusal(refused("not-found"));
      const at = await now(db);
      const before = await claim(db, at, actor, { action, commandId, tenancyId });
      if (before) return before as Outcome<Value>;
      const [outcome, kept] = await work({ db, now: at, tenancyId });
      if (!outcome.ok) throw new Refusal(outcome);
      const detail = { commandId, ...outcome.value, ...kept.detail };
      await record(db, { actor, action, tenancyId: kept.tenancyId, detail, at: at.moment });
      await db.command.update({ where: { id: commandId }, data: { answer: outcome.value, undo: kept.undo ?? {} } });
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
}

/** Takes the form's id for this act; one that was taken before answers what it answered then. */
async function claim(
  db: Db,
  at: Now,
  actor: Actor,
  act: { readonly action: string; readonly commandId: string; readonly tenancyId: number | null },
): Promise<Outcome<Json> | null> {
  const [taken] = await sqlOf(db)<{ id: string }>(
    `INSERT INTO command (id, action, tenancy_id, staff_id, at) VALUES ($1::uuid, $2, $3, $4, $5::timestamptz)
     ON CONFLICT DO NOTHING RETURNING id::text AS id`,
    [act.commandId, act.action, act.tenancyId, actor.staffId, at.moment],
  );
  if (taken) return null;
  const before = await db.command.findUniqueOrThrow({ where: { id: act.commandId } });
  const same = before.action === act.action && before.tenancyId === act.tenancyId && before.staffId === actor.staffId;
  if (!same) throw new Refusal(refused("id-in-use"));
  return done(before.answer as Json);
}
