import { recordSight } from "@/lib/audit/commands/sight";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** Everything that is kept about somebody, to hand to them (GDPR articles 15 and 20); why is written down. */
export async function exportPerson(
  actor: Actor,
  { personId, reason }: { personId: number; reason: string },
): Promise<Outcome<{ name: string; json: string }, "not-found" | "erased">> {
  const person = await prisma().person.findUnique({ where: { id: personId }, select: { erasedAt: true } });
  if (!person) return refused("not-found");
  if (person.erasedAt) return refused("erased");
  await recordSight(actor, "person", { subject: personId, reason });
  const rows = await sqlOf(prisma())<{ place: string; rows: unknown[] | null }>(sqlFile("privacy/person-file"), [personId]);
  const kept = Object.fromEntries(rows.flatMap(({ place, rows: found }) => (found ? [[place, found]] : [])));
  const { day } = await now();
  return done({ name: `persoon-${personId}-${day}.json`, json: JSON.stringify({ made: day, ...kept }, null, 2) });
}
