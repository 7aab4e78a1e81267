import { type Db, sqlOf } from "@/lib/platform/db";

/** Lets one transaction at a time decide about this tenancy and the others of its people; in order of id, so that two never wait for each other. Answers the locked ids, or none when the tenancy does not exist. */
export async function lockHousehold(db: Db, tenancyId: number): Promise<number[]> {
  const rows = await sqlOf(db)<{ id: number }>(
    `SELECT t.id FROM tenancy t WHERE t.id = $1 OR t.id IN (
       SELECT theirs.tenancy_id FROM tenancy_person mine JOIN tenancy_person theirs ON theirs.person_id = mine.person_id
       WHERE mine.tenancy_id = $1 AND mine.role IN ('tenant', 'co-tenant') AND theirs.role IN ('tenant', 'co-tenant'))
     ORDER BY t.id FOR NO KEY UPDATE`,
    [tenancyId],
  );
  const ids = rows.map((row) => row.id);
  return ids.includes(tenancyId) ? ids : [];
}
