import type { Actor } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";
import { awakeNow } from "@/lib/staff/queries/staff";

/** Where somebody is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly agent: string | null;
  readonly since: Date;
  readonly seenAt: Date;
}
/** How somebody signs in. */
export interface OwnAccess {
  readonly sessions: readonly OwnSession[];
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly madeAt: Date;
    readonly usedAt: Date | null;
  }[];
  readonly codes: boolean;
  readonly recoveryLeft: number;
  /** Signs in at the organisation, with no password here. */
  readonly managed: boolean;
}

/** One's own ways in, and where one is signed in now. */
export async function ownAccess({ staffId }: Actor): Promise<OwnAccess> {
  const staff = await prisma().staff.findUniqueOrThrow({
    where: { id: staffId ?? 0 },
    include: {
      totp: true,
      passkeys: { orderBy: { madeAt: "asc" } },
      recoveryCodes: { where: { usedAt: null }, select: { id: true } },
      sessions: { where: { endedAt: null, ...awakeNow() }, orderBy: { lastSeenAt: "desc" } },
    },
  });
  return {
    sessions: staff.sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      ...{ id, agent: userAgent, since: createdAt, seenAt: lastSeenAt },
    })),
    passkeys: staff.passkeys.map(({ id, name, madeAt, usedAt }) => ({ id, name, madeAt, usedAt })),
    codes: staff.totp !== null && staff.totp.confirmedAt !== null,
    recoveryLeft: staff.recoveryCodes.length,
    managed: staff.issuer !== null,
  };
}
