import type { Actor } from "../auth/actor";
import type { Draft, DraftFields } from "../kernel/draft";
import { prisma } from "../platform/db";

/** What this colleague typed at one place and did not record, the newest first. */
export async function draftsAt(actor: Actor, subject: string): Promise<readonly Draft[]> {
  if (actor.staffId === null) return [];
  const rows = await prisma().formDraft.findMany({ where: { staffId: actor.staffId, subject }, orderBy: { savedAt: "desc" } });
  return rows.map(({ form, fields, savedAt }) => ({ form, fields: fields as DraftFields, savedAt: savedAt.toISOString() }));
}

/** The tenancies at whose case this colleague left something unrecorded. */
export async function casesWithDrafts(actor: Actor): Promise<ReadonlySet<number>> {
  if (actor.staffId === null) return new Set();
  const where = { staffId: actor.staffId, subject: { startsWith: "dossier/" } };
  const rows = await prisma().formDraft.findMany({ where, select: { subject: true }, distinct: ["subject"] });
  return new Set(rows.map(({ subject }) => Number(subject.slice("dossier/".length))));
}
