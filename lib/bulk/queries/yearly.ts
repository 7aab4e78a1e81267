import type { Address } from "@/lib/i18n/people";
import type { Day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { allocate } from "@/lib/ledger/domain/allocate";
import { accounts } from "@/lib/ledger/queries/accounts";
import { owing } from "@/lib/ledger/queries/owing";
import { now } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

interface Tenant extends Address {
  readonly tenancyId: number;
  readonly number: string;
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string | null;
}

/** Somebody who still transfers the rent of before it changed. Amounts in cents, as text. */
export interface OldRent extends Tenant {
  readonly since: Day;
  readonly rent: string;
  readonly before: string;
  readonly paidOn: Day;
  /** A letter about it was asked for on this day. */
  readonly askedOn: Day | null;
}

/** A yearly settlement of which something is open. */
export interface OpenSettlement extends Tenant {
  readonly since: Day;
  readonly amount: string;
  readonly openCents: bigint;
  /** An arrears case is open already. */
  readonly open: boolean;
}

export const oldRents = async (): Promise<readonly OldRent[]> =>
  sqlOf(prisma())<OldRent>(sqlFile("bulk/old-rent"), [(await now()).day]);

/** Settlements of the last year and a half that are not paid in full, by the account itself: what came in may have been for something else. */
export async function openSettlements(): Promise<readonly OpenSettlement[]> {
  const { day, moment } = await now();
  const sql = sqlOf(prisma());
  const owe = await owing(sql, { asOf: day, knownAt: moment, tenancyIds: null });
  const due = await sql<Omit<OpenSettlement, "openCents"> & { readonly entryId: string }>(sqlFile("bulk/settlement"), [day, owe]);
  const known = await accounts(sql, { day, knownAt: moment, tenancyIds: [...new Set(due.map(({ tenancyId }) => tenancyId))] });
  const open = new Map<string, bigint>();
  for (const account of known.values()) for (const laid of allocate(account, day).charges) open.set(laid.charge.id, laid.open);
  return due
    .map(({ entryId, ...row }) => ({ ...row, openCents: open.get(entryId) ?? cents(0n) }))
    .filter(({ openCents }) => openCents > 0n);
}
