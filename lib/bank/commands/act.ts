import { command, type Json } from "@/lib/audit/commands/command";
import type { Actor } from "@/lib/auth/actor";
import type { Outcome } from "@/lib/kernel/outcome";
import { type Db, type Sql, sqlOf } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";

/** One act at the desk of suspense: where it happens and whom it touches. */
export interface Act {
  readonly db: Db;
  readonly sql: Sql;
  readonly moment: Date;
  /** Tenancies whose facts change: they are assessed again. */
  touch(...tenancyIds: readonly (number | null)[]): void;
}

/** Every act on bank lines: once, with its audit row; whom it touches is assessed again when it is kept. */
export const act = <Value extends Json>(
  actor: Actor,
  named: { readonly action: string; readonly commandId: string },
  work: (act: Act) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  command(actor, named, async ({ db, now: { moment } }) => {
    const touched = new Set<number>();
    const touch = (...ids: readonly (number | null)[]) => ids.forEach((id) => id !== null && touched.add(id));
    const outcome = await work({ db, sql: sqlOf(db), moment, touch });
    const tenancyIds = [...touched].sort((a, b) => a - b);
    if (outcome.ok && tenancyIds.length > 0) await enqueue("reassess", { tenancyIds }, db);
    return [outcome, { tenancyId: tenancyIds.length === 1 ? (tenancyIds[0] ?? null) : null, detail: { tenancyIds } }];
  });
