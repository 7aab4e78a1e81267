import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { prisma } from "@/lib/platform/db";
import { SCIM } from "../domain/scim";
import type { Organisation } from "./organisation";

export const SCIM_KEY = "scim";

/** Whether this is the key the directory was given. */
export async function isScimKey(word: string): Promise<boolean> {
  const row = await prisma().setting.findUnique({ where: { key: SCIM_KEY } });
  const known = z.object({ hash: z.string() }).safeParse(row?.value);
  if (!known.success) return false;
  const [a, b] = [createHash("sha256").update(word).digest(), Buffer.from(known.data.hash, "base64url")];
  return a.length === b.length && timingSafeEqual(a, b);
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (where: object) =>
  prisma().staff.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, email: true, name: true, firstName: true, role: true, active: true, externalId: true },
  });

/** A user as SCIM shows one. */
function shown({ id, email, name, firstName, role, active, externalId }: Row, { roles }: Organisation) {
  const word = roles[role as keyof typeof roles];
  return {
    schemas: [SCIM.user],
    id: String(id),
    externalId,
    userName: email,
    displayName: name,
    name: { formatted: name, givenName: firstName },
    emails: [{ primary: true, type: "work", value: email }],
    active,
    roles: word === undefined ? [] : [{ primary: true, value: word }],
    meta: { resourceType: "User" },
  };
}

/** Who of the organisation has a place, or had one. */
export async function scimUsers(there: Organisation, filter: { by: string; value: string } | null) {
  const value = filter?.value ?? "";
  const id = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  const asked =
    filter === null
      ? {}
      : filter.by === "id"
        ? { id }
        : filter.by === "externalId"
          ? { externalId: value }
          : { email: value.toLowerCase() };
  return (await rowsOf({ issuer: there.issuer, ...asked })).map((row) => shown(row, there));
}
