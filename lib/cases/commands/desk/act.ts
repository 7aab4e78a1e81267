import { record } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { type Now, now } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { policyOn } from "@/lib/policies/queries/in-force";
import type { Facts } from "@/lib/rules/facts";
import type { Policy } from "@/lib/rules/policy";
import { lockHousehold } from "@/lib/tenancies/commands/lock";
import { loadFacts } from "../../queries/facts";
import { reassess } from "../reassess";

/** One act at the desk: where it happens, who does it, and what is known. */
export interface Desk {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Now;
  readonly tenancyId: number;
  /** The open case, or null when there is none (any more). */
  readonly caseId: number | null;
  readonly commandId: string;
  /** The thresholds in force today. */
  readonly policy: Policy;
  /** Everything known now, as the rules see it. */
  facts(): Promise<Facts>;
  /** What the audit row says beside the command's own answer; no free text of people. */
  note(detail: Prisma.InputJsonObject): void;
  /** What stood before, kept for an undo. */
  before(undo: Prisma.InputJsonObject): void;
}

interface Act {
  /** The command's name, also in the audit: `cases.logCall`. */
  readonly action: string;
  readonly commandId: string;
  /** The tenancy, or how to find it from what the form names. */
  readonly tenancyId: number | ((db: Db) => Promise<number | null | undefined>);
}
type Json = Prisma.InputJsonObject;

/** Rolls everything back: a refusal leaves nothing behind. */
class Refusal extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super("refused");
  }
}

/**
 * Every act at the desk: one transaction in which the room's command, the new answer of the rules and the audit row are
 * kept together or not at all. The form's own id makes it count once, however often and from wherever it is sent.
 */
export async function act<T extends Json>(
  actor: Actor,
  { action, commandId, tenancyId: target }: Act,
  work: (desk: Desk) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await inTransaction(async (db) => {
      const tenancyId = typeof target === "number" ? target : await target(db);
      if (!tenancyId || (await lockHousehold(db, tenancyId)).length === 0) throw new Refusal(refused("not-found"));
      const at = await now(db);
      const before = await claim(db, at, actor, { action, commandId, tenancyId });
      if (before) return before as Outcome<T>;
      const kept = { detail: {} as Json, undo: {} as Json };
      const outcome = await work(await deskOf(db, actor, at, tenancyId, commandId, kept));
      if (!outcome.ok) throw new Refusal(outcome);
      await reassess(db, actor, [tenancyId]);
      await record(db, { actor, action, tenancyId, detail: { commandId, ...outcome.value, ...kept.detail }, at: at.moment });
      await db.deskCommand.update({ where: { id: commandId }, data: { answer: outcome.value, undo: kept.undo } });
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
  act: { readonly action: string; readonly commandId: string; readonly tenancyId: number },
): Promise<Outcome<Json> | null> {
  const [taken] = await sqlOf(db)<{ id: string }>(
    `INSERT INTO desk_command (id, action, tenancy_id, staff_id, at) VALUES ($1::uuid, $2, $3, $4, $5::timestamptz)
     ON CONFLICT DO NOTHING RETURNING id::text AS id`,
    [act.commandId, act.action, act.tenancyId, actor.staffId, at.moment],
  );
  if (taken) return null;
  const before = await db.deskCommand.findUniqueOrThrow({ where: { id: act.commandId } });
  const same = before.action === act.action && before.tenancyId === act.tenancyId && before.staffId === actor.staffId;
  if (!same) throw new Refusal(refused("id-in-use"));
  return done(before.answer as Json);
}

async function deskOf(
  db: Db,
  actor: Actor,
  at: Now,
  tenancyId: number,
  commandId: string,
  kept: { detail: Json; undo: Json },
): Promise<Desk> {
  const open = await db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { id: true } });
  const { policy } = await policyOn(sqlOf(db), at.day, at.moment);
  let facts: Facts | undefined;
  return {
    db,
    actor,
    now: at,
    tenancyId,
    caseId: open?.id ?? null,
    commandId,
    policy,
    facts: async () => {
      const scope = { day: at.day, part: at.part, knownAt: at.moment, tenancyIds: [tenancyId] };
      facts ??= (await loadFacts(sqlOf(db), scope, policy))[0];
      if (!facts) throw new Error(`no facts of tenancy ${tenancyId}`);
      return facts;
    },
    note: (detail) => {
      kept.detail = { ...kept.detail, ...detail };
    },
    before: (undo) => {
      kept.undo = { ...kept.undo, ...undo };
    },
  };
}
