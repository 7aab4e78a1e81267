import type { Actor } from "@/lib/auth/actor";
import { realNow } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** What can be seen: a case, a visit, a door, a day taken along, a letter or all of them, lines of a file, a list, a person's file, this log. */
export type Sight = "case" | "visit" | "door" | "day" | "letter" | "letters" | "file" | "list" | "person" | "access";

export interface Seen {
  readonly tenancyId?: number | null;
  /** The number of what it was: of a letter, of a file; how many rows. Never a name. */
  readonly subject?: string | number;
  /** Why, where that is asked. */
  readonly reason?: string;
}

/** Writes down who saw what; the same within half an hour is the same looking. In real time, whatever the clock of a demo says. */
export async function recordSight(actor: Actor, what: Sight, { tenancyId, subject, reason }: Seen = {}): Promise<void> {
  if (actor.staffId === null) return;
  const about = subject === undefined ? null : String(subject);
  await sqlOf(prisma())(`${sqlFile("audit/saw")} RETURNING 1`, [
    ...[realNow(), actor.staffId, what, tenancyId ?? null, about, reason ?? null],
  ]);
}
