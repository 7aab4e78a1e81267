import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { pool, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** A receipt (or a return, negative) that waits for a person. */
export interface SuspenseLine {
  readonly id: number;
  readonly cents: string;
  readonly bookedOn: Day;
  readonly counterparty: string | null;
  readonly iban: string | null;
  readonly remittance: string | null;
  readonly reference: string | null;
  readonly because: string | null;
  readonly suggested: number | null;
}

/** A tenancy it may be for, and what speaks for it. */
export interface Candidate {
  readonly tenancyId: number;
  readonly number: string;
  readonly names: string | null;
  readonly address: string;
  readonly rentCents: string | null;
  readonly why: "suggested" | "iban" | "name";
}

export interface Placement {
  readonly id: number;
  readonly cents: string;
  readonly bookedOn: Day;
  readonly counterparty: string | null;
  readonly fate: string;
  readonly number: string | null;
  readonly names: string | null;
}

const MOST = 200;

/** What waits, oldest first, and how many there are in all. */
export async function suspenseLines(_actor: Actor): Promise<{ lines: SuspenseLine[]; total: number; totalCents: bigint }> {
  const sql = sqlOfClient(pool());
  const lines = await sql<SuspenseLine>(
    `SELECT id, amount_cents::text AS cents, booked_on::text AS "bookedOn", counterparty, iban, remittance, reference, because,
       suggested_tenancy AS suggested FROM bank_line WHERE fate = 'suspense' ORDER BY booked_on, id LIMIT ${MOST}`,
    [],
  );
  const [all] = await sql<{ total: number; cents: string }>(
    "SELECT count(*)::int AS total, coalesce(sum(amount_cents), 0)::text AS cents FROM bank_line WHERE fate = 'suspense'",
    [],
  );
  return { lines, total: all?.total ?? 0, totalCents: BigInt(all?.cents ?? "0") };
}

/** Tenancies a line may be for, likeliest first. */
export const candidatesFor = (_actor: Actor, lineId: number): Promise<Candidate[]> =>
  sqlOfClient(pool())<Candidate>(sqlFile("bank/candidates"), [lineId]);

/** What was placed or set aside by hand last, to undo. */
export const latestPlacements = (_actor: Actor): Promise<Placement[]> =>
  sqlOfClient(pool())<Placement>(
    `SELECT l.id, l.amount_cents::text AS cents, l.booked_on::text AS "bookedOn", l.counterparty, l.fate, t.number,
       (SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' en ' ORDER BY tp.id) FROM tenancy_person tp
         JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')) AS names
     FROM bank_line l LEFT JOIN tenancy t ON t.id = l.tenancy_id
     WHERE l.because = 'staff' AND l.fate <> 'suspense' ORDER BY l.settled_at DESC NULLS LAST, l.id DESC LIMIT 8`,
    [],
  );
