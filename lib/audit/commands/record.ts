import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Db, Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** One decision of somebody, or of the program itself. */
export interface Decision {
  readonly actor: Actor;
  /** Room and verb, such as `cases.logCall`. */
  readonly action: string;
  readonly tenancyId?: number | null;
  readonly detail?: Prisma.InputJsonObject;
  /** The clock's moment. */
  readonly at: Date;
}

/** Writes down who did what, in the transaction of the decision itself. */
export async function record(db: Db, { actor, action, tenancyId, detail, at }: Decision): Promise<void> {
  await db.auditEvent.create({
    data: { at, staffId: actor.staffId, action, tenancyId: tenancyId ?? null, detail: detail ?? {} },
  });
}

/** The same for many tenancies at once, as a run does it. */
export async function recordAll(sql: Sql, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ actor, action, tenancyId, detail, at }) => ({
    at: at.toISOString(),
    staff_id: actor.staffId,
    action,
    tenancy_id: tenancyId ?? null,
    detail: detail ?? {},
  }));
  await sql(sqlFile("audit/record"), [JSON.stringify(rows)]);
}
