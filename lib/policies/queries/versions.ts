import type { Day } from "../../kernel/day";
import { dayOrNull, now } from "../../platform/clock";
import { prisma } from "../../platform/db";
import type { PolicyValues } from "../../rules/policy";
import { endsOn, type Status, statusOf } from "../domain/status";
import { keptValuesSchema } from "../schema";

/** A version of the policy as the screen shows it, seen from today. */
export interface VersionView {
  readonly id: number;
  readonly version: number;
  readonly status: Status;
  readonly values: PolicyValues;
  readonly basedOn: number | null;
  readonly reason: string;
  /** Null: shipped with the product. */
  readonly madeBy: string | null;
  readonly changedAt: Date;
  readonly effectiveFrom: Day | null;
  /** The first day on which another version decides. */
  readonly endsOn: Day | null;
  readonly activatedAt: Date | null;
  readonly activatedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnOn: Day | null;
  readonly shadowSince: Date | null;
}

/** All versions, the newest first. */
export async function policyVersions(): Promise<VersionView[]> {
  const [{ day }, rows, staff] = await Promise.all([
    now(),
    prisma().policyVersion.findMany({ orderBy: { version: "desc" } }),
    prisma().staff.findMany({ select: { id: true, firstName: true } }),
  ]);
  const names = new Map(staff.map((one) => [one.id, one.firstName]));
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const dated = rows.map((row) => ({ ...row, effectiveFrom: dayOrNull(row.effectiveFrom) }));
  return dated.map((row) => ({
    id: row.id,
    version: row.version,
    status: statusOf(row, dated, day),
    values: keptValuesSchema.parse(row.values),
    basedOn: row.basedOn,
    reason: row.reason,
    madeBy: nameOf(row.madeBy),
    changedAt: row.changedAt,
    effectiveFrom: row.effectiveFrom,
    endsOn: endsOn(row, dated),
    activatedAt: row.activatedAt,
    activatedBy: nameOf(row.activatedBy),
    withdrawnAt: row.withdrawnAt,
    withdrawnOn: dayOrNull(row.withdrawnOn),
    shadowSince: row.shadowSince,
  }));
}
