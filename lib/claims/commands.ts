import type { Actor } from "../auth/actor";
import { inTransaction, prisma, sqlOf } from "../platform/db";
import { sqlFile } from "../platform/sqlfile";
import { CLAIM_MINUTES, type Claim } from "./domain";
import type { ClaimInput } from "./schema";

/** Opens a case softly for this colleague, unless somebody else has it; answers who has what open now. */
export async function claim(actor: Actor, { tenancyId, calling, take }: ClaimInput): Promise<readonly Claim[]> {
  const { staffId } = actor;
  if (staffId === null) return [];
  if (tenancyId === null) {
    await prisma().caseClaim.deleteMany({ where: { staffId } });
  } else {
    await inTransaction((db) => sqlOf(db)(sqlFile("claims/claim"), [tenancyId, staffId, calling, take, CLAIM_MINUTES]));
  }
  return sqlOf(prisma())<Claim>(sqlFile("claims/claimed"), [staffId, CLAIM_MINUTES]);
}
