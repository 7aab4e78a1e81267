import { type Db, sqlOf } from "@/lib/platform/db";

const TENANCY_LOCK = 7304;

/** Lets one transaction at a time decide about these tenancies; in one order, so that two never wait for each other. */
export async function lockTenancies(db: Db, tenancyIds: readonly number[]): Promise<void> {
  const ids = [...new Set(tenancyIds)].sort((a, b) => a - b);
  for (const id of ids) await sqlOf(db)("SELECT pg_advisory_xact_lock($1::int, $2::int)::text", [TENANCY_LOCK, id]);
}
