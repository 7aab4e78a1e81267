import { z } from "zod";
import type { Role } from "@/lib/auth/actor";
import { type Db, prisma } from "@/lib/platform/db";
import { ROLES } from "@/lib/staff/domain/sign-in";

/** What an administrator decided on signing in. */
export interface Security {
  /** The roles that cannot do without a second step. */
  readonly factorFor: readonly Role[];
}
const securitySchema = z.object({ factorFor: z.array(z.enum(ROLES)).catch([]) });

export async function security(db: Db = prisma()): Promise<Security> {
  const row = await db.setting.findUnique({ where: { key: "security" } });
  const read = securitySchema.safeParse(row?.value ?? {});
  return read.success ? read.data : { factorFor: [] };
}

export const demandsFactor = async (db: Db, role: Role): Promise<boolean> => (await security(db)).factorFor.includes(role);
