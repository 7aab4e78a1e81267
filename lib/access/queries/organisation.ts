import { z } from "zod";
import { type Db, prisma } from "@/lib/platform/db";
import { unsealed } from "@/lib/platform/seal";
import { ROLES } from "@/lib/staff/domain/sign-in";
import type { RoleMap } from "../domain/identity";

export const ORGANISATION = "organisation";

/** Where the organisation signs its people in. */
export interface Organisation {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly roles: RoleMap;
}

const keptSchema = z.object({
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  secret: z.string(),
  roles: z.partialRecord(z.enum(ROLES), z.string()),
});

/** What was set, without its secret; null when people sign in here only. */
export async function organisation(db: Db = prisma()): Promise<Organisation | null> {
  const row = await db.setting.findUnique({ where: { key: ORGANISATION } });
  const read = keptSchema.safeParse(row?.value);
  if (!read.success) return null;
  const { secret: _, ...rest } = read.data;
  return rest;
}

/** The same with its secret, for speaking to the provider. */
export async function organisationSecret(): Promise<string | null> {
  const row = await prisma().setting.findUnique({ where: { key: ORGANISATION } });
  const read = keptSchema.safeParse(row?.value);
  return read.success ? unsealed(ORGANISATION, read.data.secret) : null;
}
